using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.HttpApi;

internal sealed record ApiRoute(RouteKey Key, HttpApiIntegration Integration)
{
    /// <summary>What invocations by the route are called.</summary>
    public string Trigger => $"http {Key.Text}";

    /// <summary>Asked before the function is called; null when everybody may.</summary>
    public IAuthorizer? Authorizer { get; init; }

    /// <summary>Of these scopes a token must have one; none means that any token will do.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whether the route says itself who may use it, rather than its API.</summary>
    public bool IsSecured { get; init; }

    /// <summary>What the service answers by itself, without a function; null for a route that leads to one.</summary>
    public HttpApiReply? Preset { get; init; }
}
