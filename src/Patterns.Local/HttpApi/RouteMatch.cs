namespace Patterns.Local.HttpApi;

/// <summary>The route of a request, and the path variables with their values.</summary>
internal readonly record struct RouteMatch(ApiRoute Route, IReadOnlyList<KeyValuePair<string, string>> PathParameters);
