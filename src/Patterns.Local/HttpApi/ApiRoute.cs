namespace Patterns.Local.HttpApi;

internal sealed record ApiRoute(RouteKey Key, HttpApiIntegration Integration);
