using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Patterns.Local.HttpApi;

/// <summary>The CORS configuration of an API: the service answers preflights itself and replaces what functions say about CORS.</summary>
internal sealed record CorsRules
{
    public IReadOnlyList<string> Origins { get; init; } = [];

    public IReadOnlyList<string> Methods { get; init; } = [];

    public IReadOnlyList<string> Headers { get; init; } = [];

    public IReadOnlyList<string> ExposedHeaders { get; init; } = [];

    public bool AllowsCredentials { get; init; }

    public int? MaxAgeSeconds { get; init; }

    public static bool IsCorsHeader(string name) => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase);

    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.Origin.Count > 0 && request.Headers.AccessControlRequestMethod.Count > 0;

    /// <summary>Adds what the origin of the request may see; nothing for a request without an origin, or of another one.</summary>
    public void WriteTo(HttpContext http)
    {
        if (AllowedOrigin(http.Request.Headers.Origin.ToString()) is not { } origin)
        {
            return;
        }

        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        if (AllowsCredentials)
        {
            headers.AccessControlAllowCredentials = "true";
        }

        if (ExposedHeaders.Count > 0)
        {
            headers.AccessControlExposeHeaders = string.Join(',', ExposedHeaders);
        }

        if (IsPreflight(http.Request))
        {
            WritePreflight(headers);
        }
    }

    private void WritePreflight(IHeaderDictionary headers)
    {
        if (Methods.Count > 0)
        {
            headers.AccessControlAllowMethods = string.Join(',', Methods);
        }

        if (Headers.Count > 0)
        {
            headers.AccessControlAllowHeaders = string.Join(',', Headers);
        }

        if (MaxAgeSeconds is { } seconds)
        {
            headers.AccessControlMaxAge = seconds.ToString(CultureInfo.InvariantCulture);
        }
    }

    private string? AllowedOrigin(string origin)
    {
        if (origin.Length == 0)
        {
            return null;
        }

        foreach (var allowed in Origins)
        {
            if (allowed == "*")
            {
                return allowed;
            }

            var isScheme = allowed is "http://*" or "https://*";
            if (isScheme ? origin.StartsWith(allowed[..^1], StringComparison.OrdinalIgnoreCase) : origin.Equals(allowed, StringComparison.OrdinalIgnoreCase))
            {
                return origin;
            }
        }

        return null;
    }
}
