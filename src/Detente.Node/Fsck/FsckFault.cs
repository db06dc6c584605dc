namespace Detente.Node.Fsck;

/// <summary>Something stored that is not what was stored.</summary>
/// <param name="Rule">What does not hold, by its stable name: what it is about, a slash, the rule. Listed in docs/output.md.</param>
/// <param name="File">The file, or the folder.</param>
/// <param name="Offset">Where in it, in bytes from its start; <c>null</c> where it is about the whole.</param>
/// <param name="Message">A sentence that can be shown as it is.</param>
internal sealed record FsckFault(string Rule, string File, long? Offset, string Message);
