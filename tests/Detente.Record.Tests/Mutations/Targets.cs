namespace Detente.Record.Tests.Mutations;

/// <summary>Every reader under test. Another room's readers are added here.</summary>
internal static class Targets
{
    public static readonly IReadOnlyList<MutationTarget> All = [.. NoteTargets.All, .. TileTargets.All, .. ProofTargets.All, .. WitnessTargets.All, .. MirrorTargets.All];
}
