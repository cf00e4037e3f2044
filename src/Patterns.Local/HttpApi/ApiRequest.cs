using Microsoft.AspNetCore.Http;
using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.HttpApi;

/// <summary>A request that has found its route.</summary>
internal sealed record ApiRequest(HttpContext Http, HttpApiDefinition Api, HttpApiStage Stage, RouteMatch Match)
{
    /// <summary>The path as the client sent it to the API, with the stage in front where it has a name.</summary>
    public required string Path { get; init; }

    /// <summary>The path without the stage.</summary>
    public required string PathInStage { get; init; }

    public required ApiRequestId Id { get; init; }

    public required string TraceId { get; init; }

    /// <summary>What an authorizer said about the caller; null for a route without one.</summary>
    public CallerContext? Caller { get; init; }

    public ApiRoute Route => Match.Route;

    /// <summary>The query as it was sent, without the question mark.</summary>
    public string RawQuery => QueryParameters.RawOf(Http.Request);

    /// <summary>The path pattern of the route; <c>$default</c> where it takes every path.</summary>
    public string Resource => Route.Key.Pattern?.Text ?? RouteKey.Default;
}
