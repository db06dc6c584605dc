namespace Detente.Node.Api;

/// <summary>Names for what a browser saves.</summary>
internal static class FileNames
{
    /// <summary>A name that needs no quoting in a header and is one on every system: a case may be called anything.</summary>
    public static string Of(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_'));
}
