using Microsoft.AspNetCore.Http;

namespace Patterns.Local.HttpApi;

/// <summary>A request that has found its route.</summary>
internal sealed record ApiRequest(HttpContext Http, HttpApiDefinition Api, HttpApiStage Stage, RouteMatch Match)
{
    /// <summary>The path as the client sent it to the API, with the stage in front where it has a name.</summary>
    public required string Path { get; init; }

    public required string RequestId { get; init; }

    public required string TraceId { get; init; }
}
