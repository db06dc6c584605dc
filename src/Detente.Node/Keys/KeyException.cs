using Detente.Record.Bytes;

namespace Detente.Node.Keys;

/// <summary>A key cannot be made, read or used. The message is what the user reads; nothing in it is secret.</summary>
#pragma warning disable CA1032 // It always says what is wrong with which key.
public sealed class KeyException : Exception
{
    /// <summary>Of anything but the bytes of a file.</summary>
    public KeyException(string message)
        : base(message)
    {
    }

    /// <summary>Of a file whose bytes are refused.</summary>
    public KeyException(string path, Rejection rejection)
        : base($"{path}: {rejection.Message}")
        => Rejection = rejection;

    /// <summary>Which rule the bytes of a file break; <c>null</c> where it is about something else.</summary>
    public Rejection? Rejection { get; }
}
#pragma warning restore CA1032
