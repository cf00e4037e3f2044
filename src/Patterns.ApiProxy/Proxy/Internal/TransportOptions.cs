namespace Patterns.Proxy.Internal;

/// <summary>What a transport needs to know.</summary>
/// <param name="Handler">Makes the calls; null for one of its own.</param>
/// <param name="RequestHeaders">The headers of a request that are passed on.</param>
/// <param name="SendsKeys">Whether the key of a request is passed on.</param>
/// <param name="MaxReplyBytes">The largest body of a reply that is read.</param>
internal sealed record TransportOptions(HttpMessageHandler? Handler, IReadOnlyList<string> RequestHeaders, bool SendsKeys, int MaxReplyBytes);
