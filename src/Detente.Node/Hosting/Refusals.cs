using Detente.Node.Api;
using Detente.Node.Http;
using Detente.Node.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Detente.Node.Hosting;

/// <summary>Tells why a request is not answered: people on a page, programs in a problem document.</summary>
public sealed class Refusals(PageRenderer pages)
{
    /// <summary>Refuses a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status code.</param>
    /// <param name="code">The stable code of the problem.</param>
    public Task Refuse(HttpContext context, int status, string code) => IsForPrograms(context.Request)
        ? Delivery.Send(context, Problem.Of(status, code))
        : Send(context, status, code);

    /// <summary>Lets a request pass; what breaks inside is logged, and the reader is told that it is our fault.</summary>
    public async Task Fault(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await Refuse(context, refused.StatusCode, Codes.BadRequest);
        }
        catch (Exception fault) when (!context.Response.HasStarted && fault is not OperationCanceledException)
        {
            if (context.RequestServices.GetService(typeof(ILogger<Refusals>)) is ILogger logger)
            {
                logger.LogError(fault, "{Path}", context.Request.Path);
            }

            await Refuse(context, StatusCodes.Status500InternalServerError, Codes.Fault);
        }
    }

    private async Task Send(HttpContext context, int status, string code) => await Delivery.Send(context, await pages.Problem(status, code, null));

    private static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api");
}
