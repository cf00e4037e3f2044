using System.Text.RegularExpressions;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>How a function decides who may use a route.</summary>
internal sealed record LambdaAuthorizerSettings(string FunctionName, AuthorizerForm Form)
{
    public IReadOnlyList<IdentitySource> Identity { get; init; } = [];

    /// <summary>How long an answer holds for the same identity; zero for one request only.</summary>
    public TimeSpan CacheTime { get; init; }

    /// <summary>What a token must look like for the function to be asked; null when it may be anything.</summary>
    public Regex? Validation { get; init; }

    public bool IsRest => Form is AuthorizerForm.RestToken or AuthorizerForm.RestRequest;

    /// <summary>A REST API demands the identity of requests only where it caches by it; the others always demand it.</summary>
    public bool DemandsIdentity => Form != AuthorizerForm.RestRequest || CacheTime > TimeSpan.Zero;

    public bool Caches => Identity.Count > 0 && CacheTime > TimeSpan.Zero;
}
