using Amazon.ApiGatewayManagementApi;
using Amazon.Runtime;
using Patterns.Connections;

namespace Patterns.Aws.Tests.Connections;

public sealed class ApiGatewayConnectionsTests(SocketApiOfRunner api) : IClassFixture<SocketApiOfRunner>
{
    public static TheoryData<string> Laws => [.. ConnectionsContract.Laws];

    [Theory]
    [MemberData(nameof(Laws))]
    public Task Keeps_the_contract_of_connections(string law) => ConnectionsContract.CheckAsync(law, new Subject(api));

    [Theory]
    [InlineData("")]
    [InlineData("chat")]
    [InlineData("wss://abc.execute-api.eu-west-1.amazonaws.com/live")]
    public void What_is_no_address_is_refused(string endpoint)
    {
        var exception = Assert.Throws<ArgumentException>(() => Connection.From(endpoint));

        Assert.Equal($"'{endpoint}' is no address of a WebSocket API. Expected https://….execute-api.….amazonaws.com/stage.", exception.Message);
    }

    [Fact]
    public void The_Region_comes_from_the_address() =>
        Assert.Equal("https://abc.execute-api.eu-west-1.amazonaws.com/live", Connection.From("https://abc.execute-api.eu-west-1.amazonaws.com/live/").Name);

    [Fact]
    public async Task What_nobody_answers_may_be_tried_again()
    {
        using var client = new AmazonApiGatewayManagementApiClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonApiGatewayManagementApiConfig { ServiceURL = "http://127.0.0.1:1/live", AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

        var failure = await Assert.ThrowsAsync<ConnectionException>(async () => await Connection.From(client).PushAsync("c=", "a"u8.ToArray(), default));

        Assert.True(failure.IsRetryable);
        Assert.StartsWith("http://127.0.0.1:1/live: push of c=: ", failure.Message);
    }

    [Fact]
    public async Task Who_may_not_send_is_told_so()
    {
        using var client = new AmazonApiGatewayManagementApiClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonApiGatewayManagementApiConfig { ServiceURL = api.Endpoint.Replace("live", "other", StringComparison.Ordinal), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

        var failure = await Assert.ThrowsAsync<ConnectionException>(async () => await Connection.From(client).PushAsync("c=", "a"u8.ToArray(), default));

        Assert.False(failure.IsRetryable);
    }

    private sealed class Subject(SocketApiOfRunner api) : ConnectionsUnderTest
    {
        public override IConnections Connections { get; } = Connection.From(api.Client);

        public override async Task<ConnectedClient> ConnectAsync() => await SocketClient.ConnectAsync(api.Endpoint, Connections);
    }
}
