namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>Where an issuer may be.</summary>
internal static class IssuerAddress
{
    /// <summary>Over https, or on this machine over http, which AWS refuses.</summary>
    public static bool IsTaken(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
