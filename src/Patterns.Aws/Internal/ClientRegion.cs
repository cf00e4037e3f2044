using Amazon.Runtime;

namespace Patterns.Aws.Internal;

/// <summary>A client reaches one Region: elsewhere it would find another queue or table of the same name, or none.</summary>
internal static class ClientRegion
{
    /// <exception cref="ArgumentException">The client is for another Region.</exception>
    public static void Check(IClientConfig client, DestinationName destination) => Check(client, destination.Text, destination.Region);

    /// <param name="client">The client's settings.</param>
    /// <param name="name">What it is to reach.</param>
    /// <param name="region">The Region of that; null if it is not known.</param>
    /// <exception cref="ArgumentException">The client is for another Region.</exception>
    public static void Check(IClientConfig client, string name, string? region)
    {
        var own = Of(client);
        if (own is not null && region is not null && !string.Equals(own, region, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' is in {region}, but the client is for {own}.");
        }
    }

    /// <summary>The client's Region; null if it is not known.</summary>
    public static string? Of(IClientConfig client) => client.RegionEndpoint?.SystemName ?? client.AuthenticationRegion;
}
