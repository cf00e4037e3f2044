namespace Patterns.Local.HttpApi;

/// <summary>A stage; every one but <c>$default</c> is the first segment of its paths.</summary>
internal sealed record HttpApiStage(string Name, IReadOnlyDictionary<string, string> Variables)
{
    public const string DefaultName = "$default";

    /// <summary>Null when nothing is throttled.</summary>
    public RouteThrottles? Throttles { get; init; }
}
