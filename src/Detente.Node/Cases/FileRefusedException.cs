namespace Detente.Node.Cases;

/// <summary>A file or a folder that cannot be used as asked. Its message is the one line a reader needs: which, and what to do.</summary>
#pragma warning disable CA1032 // It always has a message for the reader, and wraps nothing.
public sealed class FileRefusedException(string message) : Exception(message);
#pragma warning restore CA1032
