namespace Patterns.Local.Gateway;

/// <summary>Tells names of this machine from those of others.</summary>
/// <remarks>A web page may have its own name resolve to 127.0.0.1; its requests then carry that name as <c>Host</c>.</remarks>
internal static class HostCheck
{
    private const string Localhost = "localhost";
    private const string LocalhostSuffix = ".localhost";

    public const string Refusal =
        "The Host header names neither 127.0.0.1, [::1], localhost nor a name below localhost. "
        + "This endpoint serves programs on this machine only; address it by one of these.";

    /// <param name="host">The header's value, with or without a port.</param>
    public static bool IsLoopback(ReadOnlySpan<char> host)
    {
        var name = WithoutPort(host);
        return name is "127.0.0.1" or "[::1]"
            || name.Equals(Localhost, StringComparison.OrdinalIgnoreCase)
            || (name.Length > LocalhostSuffix.Length && name.EndsWith(LocalhostSuffix, StringComparison.OrdinalIgnoreCase));
    }

    public static ReadOnlySpan<char> WithoutPort(ReadOnlySpan<char> host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') ? host[..colon] : host;
    }
}
