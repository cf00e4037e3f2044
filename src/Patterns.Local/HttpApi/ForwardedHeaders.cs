using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Patterns.Local.HttpApi;

/// <summary>Which headers of a client reach a function, and those that the service adds.</summary>
internal static class ForwardedHeaders
{
    private const string ForwardedFor = "X-Forwarded-For";

    /// <summary>Those that concern the connection to the service, and those that it sets itself.</summary>
    private static readonly HashSet<string> s_own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
        "X-Amzn-Trace-Id", ForwardedFor, "X-Forwarded-Port", "X-Forwarded-Proto",
    };

    public static string SourceIp(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1";

    public static bool PassesOn(string name) => !s_own.Contains(name);

    public static string Joined(StringValues values) => values.Count == 1 ? values[0] ?? "" : string.Join(',', values.ToArray());

    public static IEnumerable<KeyValuePair<string, string>> Added(ApiRequest request)
    {
        var http = request.Http;
        var (source, before) = (SourceIp(http), http.Request.Headers[ForwardedFor]);
        yield return new("X-Amzn-Trace-Id", request.TraceId);
        yield return new(ForwardedFor, before.Count == 0 ? source : $"{Joined(before)}, {source}");
        yield return new("X-Forwarded-Port", http.Connection.LocalPort.ToString(CultureInfo.InvariantCulture));
        yield return new("X-Forwarded-Proto", http.Request.Scheme);
    }
}
