using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Gateway;

/// <summary>Finds requests of which two readers could disagree where they end.</summary>
internal static class Framing
{
    /// <summary>Where Kestrel keeps a length that stood beside a transfer encoding.</summary>
    private const string SetAside = "X-Content-Length";

    /// <summary>Whether it has both a length and a transfer encoding, as a request has that hides another one in its body.</summary>
    public static bool IsAmbiguous(HttpRequest request) =>
        request.Headers.TransferEncoding.Count > 0 && (request.Headers.ContentLength is not null || request.Headers.ContainsKey(SetAside));
}
