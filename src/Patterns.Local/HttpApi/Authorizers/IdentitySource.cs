namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>A part of a request that names its caller: a header, a query parameter, a stage variable or a part of the context.</summary>
internal sealed class IdentitySource
{
    private static readonly string[] s_beginnings = ["$request.", "method.request."];

    private static readonly Dictionary<string, Func<ApiRequest, string?>> s_context = new(StringComparer.Ordinal)
    {
        ["routeKey"] = request => request.Route.Key.Text,
        ["httpMethod"] = request => request.Http.Request.Method,
        ["path"] = request => request.Path,
        ["resourcePath"] = request => request.Resource,
        ["stage"] = request => request.Stage.Name,
        ["apiId"] = request => request.Api.Id,
        ["identity.sourceIp"] = request => ForwardedHeaders.SourceIp(request.Http),
        ["identity.userAgent"] = request => request.Http.Request.Headers.UserAgent,
    };

    private readonly Func<ApiRequest, string?> _value;

    private IdentitySource(string text, Func<ApiRequest, string?> value)
    {
        Text = text;
        _value = value;
    }

    public string Text { get; }

    /// <param name="text">As in <c>$request.header.Authorization</c> of an HTTP API or <c>method.request.header.Authorization</c> of a REST API.</param>
    /// <exception cref="FormatException">It is no identity source, or one that is not emulated.</exception>
    public static IdentitySource Parse(string text)
    {
        var beginning = Array.Find(s_beginnings, beginning => text.StartsWith(beginning, StringComparison.Ordinal));
        var rest = beginning is null ? text.TrimStart('$') : text[beginning.Length..];
        var dot = rest.IndexOf('.', StringComparison.Ordinal);
        var (place, name) = dot < 0 ? (rest, "") : (rest[..dot], rest[(dot + 1)..]);
        Func<ApiRequest, string?>? value = (place, beginning) switch
        {
            ("header", not null) => request => Header(request, name),
            ("querystring", not null) => request => QueryParameters.LastOf(request.RawQuery, name),
            ("stageVariables", null) => request => request.Stage.Variables.GetValueOrDefault(name),
            ("context", null) => s_context.GetValueOrDefault(name),
            _ => null,
        };
        return value is not null && name.Length > 0
            ? new IdentitySource(text, value)
            : throw new FormatException($"'{text}' is no identity source; take a header, a query parameter, a stage variable, or of the context one of {string.Join(", ", s_context.Keys)}");
    }

    /// <summary>Null or empty when the request does not have it.</summary>
    public string? ValueIn(ApiRequest request) => _value(request);

    private static string? Header(ApiRequest request, string name) =>
        request.Http.Request.Headers.TryGetValue(name, out var values) ? ForwardedHeaders.Joined(values) : null;
}
