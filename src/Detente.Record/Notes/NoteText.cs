using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Detente.Record.Bytes;

namespace Detente.Record.Notes;

/// <summary>What all bytes of a note, and the names in it, are made of.</summary>
internal static class NoteText
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(code => code != '\n').Select(code => (byte)code)]);

    /// <summary>Why the bytes cannot stand in a note; <c>null</c> where they can: UTF-8, and of the characters below U+0020 the line feed only.</summary>
    public static Rejection? Broken(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            return new Rejection("note/utf-8", "The note is not valid UTF-8.", ValidLength(bytes));
        }

        var control = bytes.IndexOfAny(Controls);
        return control < 0 ? null : new Rejection(
            "note/control-character", $"The note holds the control character U+{bytes[control]:X4}; of those below U+0020 it may hold the line feed only.", control);
    }

    /// <summary>
    /// Why a text cannot be a key's name, as the rest of a sentence; <c>null</c> where it can: not empty, no Unicode space, no plus.
    /// A name that no note can hold is none either.
    /// </summary>
    public static string? BrokenName(string name)
        => name.Length == 0 ? "is empty"
            : name.Contains('+', StringComparison.Ordinal) ? "holds a plus"
            : name.Any(char.IsWhiteSpace) ? "holds a Unicode space"
            : !IsWellFormed(name) || Broken(Encoding.UTF8.GetBytes(name)) is not null ? "holds what no note can"
            : null;

    private static bool IsWellFormed(string text)
        => Utf8.FromUtf16(text, new byte[text.Length * 3], out _, out _, replaceInvalidSequences: false) == OperationStatus.Done;

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length && Rune.DecodeFromUtf8(bytes[length..], out _, out var consumed) == OperationStatus.Done)
        {
            length += consumed;
        }

        return length;
    }
}
