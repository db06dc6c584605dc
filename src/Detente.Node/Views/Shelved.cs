using Detente.Diagnostics;

namespace Detente.Node.Views;

/// <summary>A case as it lies on the shelf: open, or with what keeps it from being opened.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Path">Its folder, as it was named.</param>
/// <param name="Case">The case, when it can be judged.</param>
/// <param name="Diagnostics">What is wrong with it, warnings as well.</param>
/// <param name="Sources">The files that were read, for carets.</param>
/// <param name="Refusal">Why no file of it could be read, in one line; else <c>null</c>.</param>
public sealed record Shelved(string Name, string Path, OpenCase? Case, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<SourceText> Sources, string? Refusal);
