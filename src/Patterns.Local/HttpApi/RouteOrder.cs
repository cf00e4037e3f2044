namespace Patterns.Local.HttpApi;

/// <summary>How a kind of API chooses among routes that take a path.</summary>
internal enum RouteOrder
{
    /// <summary>Full matches before greedy ones; a route that does not take the method is passed over.</summary>
    HttpApi,

    /// <summary>
    /// The tree of resources is walked segment by segment, texts before variables before greedy ones; the resource that is found must
    /// have the method.
    /// </summary>
    Resources,
}
