namespace Patterns.Local.HttpApi;

/// <summary>Where a route leads: a function, called in payload format 2.0.</summary>
internal sealed record HttpApiIntegration(string Id, string FunctionName)
{
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(30);

    public TimeSpan Timeout { get; init; } = LongestTimeout;
}
