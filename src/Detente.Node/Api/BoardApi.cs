using Detente.Node.Http;
using Detente.Node.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Detente.Node.Api;

/// <summary>The same answers for programs, under /api.</summary>
public static class BoardApi
{
    /// <summary>Where everything below is described.</summary>
    public const string DescriptionPath = "/api/openapi.json";

    private static readonly string[] Reads = ["GET", "HEAD"];

    /// <summary>What the API needs.</summary>
    public static IServiceCollection AddBoardApi(this IServiceCollection services) => services.AddOpenApi(Description.Name, Description.Configure);

    /// <summary>Its addresses.</summary>
    public static void MapBoardApi(this IEndpointRouteBuilder routes)
    {
        foreach (var operation in Operations.All)
        {
            routes.MapMethods($"/api{operation.Path}", Reads, (HttpContext context, Library library) => operation.Run(context, library)).WithMetadata(operation).WithTags(Description.Name);
        }

        routes.MapWhatIfApi();

        // Cast, or the framework takes it for a handler that writes its answer itself.
        routes.MapMethods(DescriptionPath, Reads, (Delegate)(async (HttpContext context) => Delivery.Of(await Description.Of(context.RequestServices, context.RequestAborted))));
    }
}
