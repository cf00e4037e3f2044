namespace Patterns.Backends.Internal;

/// <summary>What the address of a service is.</summary>
internal static class ServiceUri
{
    public static bool IsPossible(Uri? address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" };

    /// <summary>Whether nobody on the way reads what is sent there.</summary>
    public static bool IsClosed(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;

    /// <exception cref="ArgumentException">It is none.</exception>
    public static void Check(string service, Uri? address)
    {
        if (!IsPossible(address))
        {
            throw new ArgumentException($"The address of '{service}' must be an absolute one of http or https without user, query and fragment.", nameof(address));
        }
    }
}
