using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Detente.Node.Api;

/// <summary>The same answers for programs, under /api.</summary>
public static class BoardApi
{
    /// <summary>What the API needs.</summary>
    public static IServiceCollection AddBoardApi(this IServiceCollection services) => services;

    /// <summary>Its addresses.</summary>
    public static void MapBoardApi(this IEndpointRouteBuilder routes)
    {
    }
}
