using Patterns.Local.HttpApi;

namespace Patterns.Local.WebSockets;

/// <summary>A stage: the first and only segment of the path that clients connect to.</summary>
internal sealed record SocketStage(string Name, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Null when nothing is throttled.</summary>
    public RouteThrottles? Throttles { get; init; }

    /// <summary>Takes one more call of the route, unless it is throttled.</summary>
    public bool Admits(string routeKey) => Throttles?.Admits(routeKey) != false;
}
