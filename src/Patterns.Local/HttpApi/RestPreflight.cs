using Microsoft.AspNetCore.Http;

namespace Patterns.Local.HttpApi;

/// <summary>How a REST API that SAM gave CORS answers OPTIONS on each of its resources; what functions say about CORS is their own business.</summary>
internal sealed record RestPreflight(string Origin)
{
    private static readonly string[] s_all = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    /// <summary>Null for the methods that the resource has.</summary>
    public string? Methods { get; init; }

    public string? Headers { get; init; }

    public string? MaxAge { get; init; }

    public bool AllowsCredentials { get; init; }

    /// <summary>The authorizer that preflights have as well; null when everybody may ask.</summary>
    public string? AuthorizerId { get; init; }

    /// <summary>The route of an OPTIONS request; null when the API has no such resource.</summary>
    public RouteMatch? Find(HttpApiDefinition api, string path) => api.Routes.ResourceOf(path) is { } resource
        ? new RouteMatch(Route(api, resource), [])
        : null;

    private ApiRoute Route(HttpApiDefinition api, string resource) =>
        new(RouteKey.Parse($"{HttpMethods.Options} {resource}"), HttpApiIntegration.None)
        {
            Authorizer = AuthorizerId is { } id ? api.FindAuthorizer(id) : null,
            Preset = HttpApiReply.WithJson(StatusCodes.Status200OK, "{}\n"u8.ToArray()) with { Headers = [.. ReplyHeaders(api, resource)] },
        };

    private IEnumerable<KeyValuePair<string, string>> ReplyHeaders(HttpApiDefinition api, string resource)
    {
        yield return new("Content-Type", "application/json");
        yield return new("Access-Control-Allow-Origin", Origin);
        yield return new("Access-Control-Allow-Methods", Methods ?? MethodsOf(api, resource));
        if (Headers is { } headers)
        {
            yield return new("Access-Control-Allow-Headers", headers);
        }

        if (MaxAge is { } maxAge)
        {
            yield return new("Access-Control-Max-Age", maxAge);
        }

        if (AllowsCredentials)
        {
            yield return new("Access-Control-Allow-Credentials", "true");
        }
    }

    private static string MethodsOf(HttpApiDefinition api, string resource)
    {
        var keys = api.Routes.All.Where(route => route.Key.Pattern?.Text == resource).Select(route => route.Key).ToList();
        var methods = keys.Exists(key => key.IsAnyMethod) ? s_all : keys.Select(key => key.Method).Append(HttpMethods.Options);
        return string.Join(',', methods.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
