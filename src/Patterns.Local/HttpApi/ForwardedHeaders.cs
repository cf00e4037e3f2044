using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Patterns.Local.Functions.Runtime;

namespace Patterns.Local.HttpApi;

/// <summary>Which headers of a client reach a function, and those that the service adds.</summary>
internal static class ForwardedHeaders
{
    private const string ForwardedFor = "X-Forwarded-For";

    /// <summary>Those that concern the connection to the service, and those that it sets itself.</summary>
    private static readonly HashSet<string> s_own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
        TraceHeader.Name, ForwardedFor, "X-Forwarded-Port", "X-Forwarded-Proto",
    };

    public static string SourceIp(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1";

    public static bool PassesOn(string name) => !s_own.Contains(name);

    public static string Joined(StringValues values) => values.Count == 1 ? values[0] ?? "" : string.Join(',', values.ToArray());

    /// <summary>The trace that the client sent, or a new one where it sent none or another text.</summary>
    public static string TraceId(HttpRequest request, TimeProvider time) =>
        TraceHeader.Checked(request.Headers[TraceHeader.Name].ToString()) ?? TraceHeader.NewRoot(time);

    /// <summary>What reaches the function in format 1.0, in the client's case.</summary>
    public static List<KeyValuePair<string, List<string>>> Of(HttpContext http, string traceId)
    {
        var headers = new List<KeyValuePair<string, List<string>>>();
        foreach (var (name, values) in http.Request.Headers)
        {
            if (PassesOn(name))
            {
                headers.Add(new(name, [.. values.Select(value => value ?? "")]));
            }
        }

        headers.AddRange(Added(http, traceId).Select(header => KeyValuePair.Create(header.Key, new List<string> { header.Value })));
        return headers;
    }

    public static IEnumerable<KeyValuePair<string, string>> Added(HttpContext http, string traceId)
    {
        var (source, before) = (SourceIp(http), http.Request.Headers[ForwardedFor]);
        yield return new(TraceHeader.Name, traceId);
        yield return new(ForwardedFor, before.Count == 0 ? source : $"{Joined(before)}, {source}");
        yield return new("X-Forwarded-Port", http.Connection.LocalPort.ToString(CultureInfo.InvariantCulture));
        yield return new("X-Forwarded-Proto", http.Request.Scheme);
    }
}
