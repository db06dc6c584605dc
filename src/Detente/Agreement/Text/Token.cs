using Detente.Diagnostics;

namespace Detente.Agreement.Text;

internal enum TokenKind : byte
{
    /// <summary>Letters, digits, and what joins them: <c>flight-test</c>, <c>E.start</c>, <c>1990-11-01</c>, <c>54.7</c>.</summary>
    Word,
    Comma,
    Semicolon,
    Open,
    Close,
    FullStop,
    End,
}

internal readonly record struct Token(TokenKind Kind, string Text, TextSpan Span);
