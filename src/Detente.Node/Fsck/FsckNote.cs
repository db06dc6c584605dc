namespace Detente.Node.Fsck;

/// <summary>Something a reader may wonder about and that is as it may be: what a call that broke off left behind, entries that wait to be published.</summary>
/// <param name="File">The file, or the folder.</param>
/// <param name="Message">A sentence that can be shown as it is.</param>
internal sealed record FsckNote(string File, string Message);
