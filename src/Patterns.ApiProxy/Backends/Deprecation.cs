using Patterns.Http;

namespace Patterns.Backends;

/// <summary>
/// Says that a version is on its way out: the headers <c>Deprecation</c> (RFC 9745), <c>Sunset</c> (RFC 8594) and <c>Link</c> of its replies. It is served as
/// before, also after the sunset, until it is retired by <see cref="BackendContract.Retired"/>: a date by itself switches nothing off.
/// </summary>
/// <param name="Since">From when on nobody should begin to use it; it may be in the future.</param>
/// <param name="Sunset">When it will be retired, not before <paramref name="Since"/>; null when that is not known.</param>
/// <param name="Link">Where developers read what to do instead; absolute. Null for nowhere.</param>
public sealed record Deprecation(DateTimeOffset Since, DateTimeOffset? Sunset = null, Uri? Link = null)
{
    internal void Validate()
    {
        if (Sunset < Since)
        {
            throw new ArgumentException($"The sunset {Sunset:u} is before the deprecation {Since:u}.");
        }

        if (Link is { IsAbsoluteUri: false })
        {
            throw new ArgumentException("The link of a deprecation must be absolute.");
        }
    }

    internal ApiReply AddTo(ApiReply reply)
    {
        reply = reply.WithHeader("Deprecation", $"@{Since.ToUnixTimeSeconds()}");
        if (Sunset is { } sunset)
        {
            reply = reply.WithHeader("Sunset", sunset.ToString("R"));
        }

        return Link is null
            ? reply
            : reply.WithHeader("Link", $"<{Link.AbsoluteUri}>; rel=\"deprecation\"{(Sunset is null ? "" : $", <{Link.AbsoluteUri}>; rel=\"sunset\"")}");
    }
}
