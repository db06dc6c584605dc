using System.Security.Cryptography;

namespace Detente.Node.Http;

/// <summary>An answer in bytes, whole before the first of them is sent.</summary>
/// <param name="Status">The status code.</param>
/// <param name="ContentType">The media type, with its charset.</param>
/// <param name="Body">The bytes.</param>
public sealed record Answer(int Status, string ContentType, byte[] Body)
{
    /// <summary>The strong entity tag of the bytes (RFC 9110, 8.8.3).</summary>
    public string ETag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(Body).AsSpan(0, 16))}\"";

    /// <summary>What a browser is told to save it as; <c>null</c> to show it.</summary>
    public string? FileName { get; init; }

    /// <summary>Where related answers are (RFC 8288); <c>null</c> where there are none.</summary>
    public string? Link { get; init; }

    /// <summary>Whether the same question may be answered with it again.</summary>
    public bool IsKept { get; init; } = true;
}
