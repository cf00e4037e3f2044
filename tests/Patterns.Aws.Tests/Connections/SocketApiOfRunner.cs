using Amazon.ApiGatewayManagementApi;
using Amazon.Runtime;
using Patterns.Local.Stacks;
using Patterns.Local.WebSockets;

namespace Patterns.Aws.Tests.Connections;

/// <summary>A WebSocket API without functions in a runner: whoever sends is told that there is no route, and so its own id.</summary>
public sealed class SocketApiOfRunner : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("patterns-aws-");
    private Runner? _runner;

    public string Endpoint => $"{_runner!.Endpoint}/_api/chat/live";

    public IAmazonApiGatewayManagementApi Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _runner = await Runner.StartAsync(new RunnerOptions { Port = 0, Console = new SilentConsole(), WorkDirectory = _folder.FullName });
        var api = new SocketApi("chat", "chat", RouteSelection.Parse("$request.body.action"));
        api.Add(new SocketStage("live", new Dictionary<string, string>()));
        _runner.Account.Sockets.Add(api);
        Client = new AmazonApiGatewayManagementApiClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonApiGatewayManagementApiConfig { ServiceURL = Endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _runner!.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
