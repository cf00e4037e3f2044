using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Gateway;

/// <summary>Tells pages of this machine from those of other sites, which a browser here may have open.</summary>
/// <remarks>
/// A browser opens WebSockets and posts forms for any page; it names the page's site as <c>Origin</c>. Programs send none. HTTP APIs are not
/// checked: their CORS settings say who may read what they answer.
/// </remarks>
internal static class OriginCheck
{
    public const string Refusal =
        "The Origin header names a site that is not on this machine, and pages of other sites may not use this endpoint. "
        + "Serve the page from 127.0.0.1, [::1], localhost or a name below localhost.";

    public static bool IsForeign(HttpRequest request)
    {
        var origins = request.Headers.Origin;
        return origins.Count > 0 && !(origins.Count == 1 && Uri.TryCreate(origins[0], UriKind.Absolute, out var origin) && HostCheck.IsLoopback(origin.Authority));
    }
}
