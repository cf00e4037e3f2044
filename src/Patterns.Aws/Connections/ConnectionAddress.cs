using Amazon.ApiGatewayManagementApi;

namespace Patterns.Aws.Connections;

/// <summary>The address of a WebSocket API and its stage.</summary>
internal sealed record ConnectionAddress(string Url, string? Region)
{
    /// <exception cref="ArgumentException">It is no address over HTTP or HTTPS.</exception>
    public static ConnectionAddress Parse(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? new ConnectionAddress(endpoint!.TrimEnd('/'), RegionIn(uri.Host))
            : throw new ArgumentException($"'{endpoint}' is no address of a WebSocket API. Expected https://….execute-api.….amazonaws.com/stage.");

    /// <summary>Settings of a client; without a Region in the address, that of the environment.</summary>
    public AmazonApiGatewayManagementApiConfig Config()
    {
        var config = new AmazonApiGatewayManagementApiConfig();
        var region = Region ?? config.RegionEndpoint?.SystemName;
        config.ServiceURL = Url;
        if (region is not null)
        {
            config.AuthenticationRegion = region;
        }

        return config;
    }

    // {api}.execute-api.{region}.amazonaws.com, also of other partitions.
    private static string? RegionIn(string host) => host.Split('.') is [_, "execute-api", var region, "amazonaws", ..] ? region : null;
}
