using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Statements;

namespace Detente.Assessment.Forms;

/// <summary>A clause as it applies to one bearer and one act, request, period or place.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Party">The bearer's code.</param>
/// <param name="Name">The act, request, period or place; <c>null</c> for the whole, or the unseen.</param>
/// <param name="Tracks">One for each party's account, in the order of the text.</param>
/// <param name="Evidence">What a step on an account rests on; asked for when a finding is read, never before.</param>
internal sealed record Instance(Clause Clause, string Party, string? Name, Track[] Tracks, Func<EvidenceQuery, Evidence> Evidence)
{
    /// <summary>The first tick at which it is listed.</summary>
    public long Birth => Tracks.Where(t => t.Count > 0).Select(t => t[0].From).DefaultIfEmpty(long.MaxValue).Min();
}

/// <summary>What evidence is asked of: an account, the instant judged, and the step that stands there.</summary>
internal readonly record struct EvidenceQuery(Account Account, long At, Step Step);

/// <summary>What a verdict rests on.</summary>
internal sealed class Evidence
{
    /// <summary>The statements, in any order, each once or more.</summary>
    public List<Said> Cites { get; } = [];

    /// <summary>The weakest leaf; <c>null</c> where there is none.</summary>
    public Basis? Basis { get; private set; }

    /// <summary>What would settle it.</summary>
    public List<Need> Needs { get; } = [];

    /// <summary>Cites a statement, and makes it a leaf with regard to a party.</summary>
    public void RestsOn(Scene scene, Said said, string party)
    {
        Cites.Add(said);
        Rests(scene.Knowledge.BasisOf(said, party));
    }

    /// <summary>Cites what is said of an act, and of its item where that matters, and makes the act a leaf.</summary>
    public void RestsOn(Scene scene, Subject act, string party, string? item = null)
    {
        Cites.AddRange(scene.Cites(act, item));
        Rests(scene.BasisOf(act, party));
    }

    /// <summary>Adds a leaf.</summary>
    public void Rests(Basis? leaf) => Basis = leaf is null ? Basis : Basis is null || leaf < Basis ? leaf : Basis;
}
