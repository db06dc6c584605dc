using Microsoft.AspNetCore.Http;

namespace Detente.Node.Http;

/// <summary>
/// Refuses what does not come from a page of this server on this machine: another Host (a name that was made to point here), a foreign Origin (a page of
/// another site), a method that would change something, a reader without the cookie.
/// </summary>
/// <param name="session">Who may read.</param>
/// <param name="port">The port that is listened on.</param>
/// <param name="refuse">Tells a reader why; with the status and a stable code.</param>
public sealed class Guard(Session session, int port, Func<HttpContext, int, string, Task> refuse)
{
    /// <summary>The one path that takes a POST beside those under /api: it judges what is sent, and keeps nothing.</summary>
    public const string Sandbox = "/what-if";

    // Styles and scripts say nothing of any case, and the page that tells a reader to bring the token is made of them too.
    private const string Assets = "/assets";

    // Nothing from elsewhere is ever loaded, and nothing in a page can run or restyle it.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly string[] _hosts = [$"localhost:{port}", $"127.0.0.1:{port}", $"[::1]:{port}"];

    /// <summary>Lets a request pass, or answers it.</summary>
    public async Task Middleware(HttpContext context, RequestDelegate next)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";

        // Not no-referrer: a form of our own page would then come with the origin "null" (Fetch, append a request `Origin` header).
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        if (!_hosts.Contains(request.Host.Value, StringComparer.OrdinalIgnoreCase))
        {
            await refuse(context, StatusCodes.Status421MisdirectedRequest, Codes.OtherHost);
        }
        else if (request.Headers.Origin is { Count: > 0 } origin && origin != $"http://{request.Host.Value}")
        {
            await refuse(context, StatusCodes.Status403Forbidden, Codes.ForeignOrigin);
        }
        else if (!IsAllowed(request))
        {
            headers.Allow = IsSandbox(request) ? "GET, HEAD, POST" : "GET, HEAD";
            await refuse(context, StatusCodes.Status405MethodNotAllowed, Codes.ReadOnly);
        }
        else if (request.Query[Session.Parameter] is [{ } token])
        {
            await Enter(context, token);
        }
        else if (!session.Holds(request) && !request.Path.StartsWithSegments(Assets))
        {
            await refuse(context, StatusCodes.Status401Unauthorized, Codes.NoSession);
        }
        else
        {
            await next(context);
        }
    }

    // The address without its token is where the reader goes on, so that no history and no bookmark holds it.
    private async Task Enter(HttpContext context, string token)
    {
        if (!session.Holds(context.Request) && !session.Enter(context, token))
        {
            await refuse(context, StatusCodes.Status401Unauthorized, Codes.TokenUsed);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = context.Request.Path.HasValue ? context.Request.Path.Value : "/";
    }

    private static bool IsAllowed(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        || (HttpMethods.IsPost(request.Method) && IsSandbox(request));

    private static bool IsSandbox(HttpRequest request) => request.Path.Value!.EndsWith(Sandbox, StringComparison.Ordinal);
}
