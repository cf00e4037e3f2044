using System.Collections.Concurrent;

namespace Patterns.Local.WebSockets;

/// <summary>One WebSocket API: its stages, and the routes that lead to functions.</summary>
internal sealed class SocketApi(string id, string name, RouteSelection selection)
{
    private readonly ConcurrentDictionary<string, SocketStage> _stages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SocketIntegration> _integrations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SocketAuthorizer> _authorizers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SocketRoute> _routes = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public string Name { get; } = name;

    public IEnumerable<string> RouteKeys => _routes.Keys.Order(StringComparer.Ordinal);

    /// <summary>How a message names its route.</summary>
    public RouteSelection Selection { get; } = selection;

    public void Add(SocketStage stage) => _stages[stage.Name] = stage;

    public void Add(SocketIntegration integration) => _integrations[integration.Id] = integration;

    public void Add(SocketAuthorizer authorizer) => _authorizers[authorizer.Id] = authorizer;

    /// <summary>Adds the route; false when there is one with the same key.</summary>
    public bool TryAdd(SocketRoute route) => _routes.TryAdd(route.Key, route);

    public SocketStage? FindStage(string stageName) => _stages.GetValueOrDefault(stageName);

    public SocketIntegration? FindIntegration(string integrationId) => _integrations.GetValueOrDefault(integrationId);

    public SocketAuthorizer? FindAuthorizer(string authorizerId) => _authorizers.GetValueOrDefault(authorizerId);

    public SocketRoute? FindRoute(string key) => _routes.GetValueOrDefault(key);

    /// <summary>The route of a message; null when not even <c>$default</c> exists.</summary>
    public SocketRoute? RouteOf(string message) =>
        (Selection.KeyOf(message) is { } key && !SocketRoute.IsPredefined(key) ? FindRoute(key) : null) ?? FindRoute(SocketRoute.Default);
}
