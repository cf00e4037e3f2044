using System.Collections.Concurrent;
using Amazon.ApiGatewayManagementApi;
using Patterns.Aws.Connections;
using Patterns.Connections;

namespace Patterns.Aws;

/// <summary>Reaches the clients of a WebSocket API by the address that a function has in its environment.</summary>
/// <remarks>
/// <para>
/// The address is the API's and the stage's, as <c>!Sub "https://${Api}.execute-api.${AWS::Region}.amazonaws.com/${Stage}"</c> makes it.
/// The credentials come from the environment, as everywhere in the AWS SDK, and the Region from the address.
/// </para>
/// <para>
/// The function's role needs <c>execute-api:ManageConnections</c> on
/// <c>arn:aws:execute-api:{region}:{account}:{api}/{stage}/*/@connections/*</c>. Not in <c>$connect</c>: nobody is connected before it answers.
/// </para>
/// </remarks>
public static class Connection
{
    private static readonly ConcurrentDictionary<string, Lazy<IAmazonApiGatewayManagementApi>> Clients = new(StringComparer.Ordinal);

    /// <summary>The clients of the API at an address.</summary>
    /// <exception cref="ArgumentException">It is no address over HTTP or HTTPS.</exception>
    public static IConnections From(string endpoint)
    {
        var address = ConnectionAddress.Parse(endpoint);
        return new ApiGatewayConnections(Clients.GetOrAdd(address.Url, _ => new(() => new AmazonApiGatewayManagementApiClient(address.Config()))).Value, address.Url);
    }

    /// <summary>The clients of the API that a client of your own reaches; its <c>ServiceURL</c> has to have the stage.</summary>
    /// <param name="client">The client. How often it sends again is how long a push may take.</param>
    /// <exception cref="ArgumentException">The client has no address.</exception>
    public static IConnections From(IAmazonApiGatewayManagementApi client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new ApiGatewayConnections(client, ConnectionAddress.Parse(client.Config.ServiceURL).Url);
    }
}
