using Amazon.Runtime;

namespace Patterns.Aws.Internal;

/// <summary>A client reaches one Region: elsewhere it would find another queue of the same name, or none.</summary>
internal static class ClientRegion
{
    /// <exception cref="ArgumentException">The client is for another Region.</exception>
    public static void Check(IClientConfig client, DestinationName destination)
    {
        var region = client.RegionEndpoint?.SystemName ?? client.AuthenticationRegion;
        if (region is not null && destination.Region is not null && !string.Equals(region, destination.Region, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{destination.Text}' is in {destination.Region}, but the client is for {region}.");
        }
    }
}
