namespace Patterns.Local.HttpApi;

internal sealed record Route(RouteKey Key, HttpApiIntegration Integration);
