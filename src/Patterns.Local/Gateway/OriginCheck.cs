using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Patterns.Local.Gateway;

/// <summary>Tells pages of this machine from those of other sites, which a browser here may have open.</summary>
/// <remarks>
/// A browser opens WebSockets, posts forms and loads pictures for any page. It names the page's site as <c>Origin</c>, but not where it only
/// loads something: then <c>Sec-Fetch-Site</c> says how far away the page is, or <c>none</c> for an address that someone typed. Programs send
/// neither. HTTP APIs are not checked: their CORS settings say who may read what they answer.
/// </remarks>
internal static class OriginCheck
{
    private const string Advice = "pages of other sites may not use this endpoint. Serve the page from 127.0.0.1, [::1], localhost or a name below localhost";

    /// <summary>Why the request is refused; null for one of a program, or of a page of this machine.</summary>
    public static string? Refusal(HttpRequest request)
    {
        var origins = request.Headers.Origin;
        if (origins.Count > 0)
        {
            return IsLoopback(origins) ? null : $"The Origin header names a site that is not on this machine, and {Advice}.";
        }

        return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            ? null
            : $"The Sec-Fetch-Site header says that a page of another address asks, and {Advice}, and have it ask in CORS mode, which names its Origin.";
    }

    private static bool IsLoopback(StringValues origins) =>
        origins.Count == 1 && Uri.TryCreate(origins[0], UriKind.Absolute, out var origin) && HostCheck.IsLoopback(origin.Authority);
}
