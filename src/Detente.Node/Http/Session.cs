using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Detente.Node.Http;

/// <summary>
/// Who may read: whoever was given the address that was printed. Its token is good once, and becomes a cookie that no other site can make a browser
/// send (SameSite=Strict) and no script can read.
/// </summary>
/// <param name="port">The port, which is in the cookie's name: cookies of one host are shared by all its ports.</param>
public sealed class Session(int port)
{
    private const int SecretBytes = 32;
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(SecretBytes);
    private string? _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes / 2));

    /// <summary>The query parameter of the token.</summary>
    public const string Parameter = "token";

    /// <summary>The name of the cookie.</summary>
    public string CookieName { get; } = $"detente-{port}";

    /// <summary>The token, until it was used.</summary>
    public string? Token => _token;

    /// <summary>Whether a request carries the cookie.</summary>
    public bool Holds(HttpRequest request) =>
        request.Cookies.TryGetValue(CookieName, out var value) && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(value), Encoding.ASCII.GetBytes(Cookie));

    /// <summary>Takes a token, once; true when it was the right one, and the cookie is set.</summary>
    public bool Enter(HttpContext context, string token)
    {
        var expected = _token;
        if (expected is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(expected))
            || Interlocked.CompareExchange(ref _token, null, expected) != expected)
        {
            return false;
        }

        context.Response.Cookies.Append(CookieName, Cookie, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
        return true;
    }

    /// <summary>The cookie's value.</summary>
    public string Cookie => Convert.ToHexStringLower(_secret);
}
