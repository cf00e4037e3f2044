namespace Patterns.Local.HttpApi;

/// <summary>Where a route leads: a function.</summary>
internal sealed record HttpApiIntegration(string Id, string FunctionName)
{
    /// <summary>For a route that the service answers by itself.</summary>
    public static HttpApiIntegration None { get; } = new("", "");

    public PayloadFormat Format { get; init; } = PayloadFormat.V2;

    /// <summary>After how long the client gets an answer while the function goes on; null for as long as the kind of API lets it take.</summary>
    public TimeSpan? Timeout { get; init; }
}
