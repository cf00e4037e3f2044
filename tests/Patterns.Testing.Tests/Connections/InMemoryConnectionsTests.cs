using Patterns.Connections;

namespace Patterns.Testing.Tests.Connections;

public sealed class InMemoryConnectionsTests
{
    public static TheoryData<string> Laws => [.. ConnectionsContract.Laws];

    [Theory]
    [MemberData(nameof(Laws))]
    public Task Keeps_the_contract_of_connections(string law) => ConnectionsContract.CheckAsync(law, new Subject());

    [Fact]
    public async Task A_test_decides_what_becomes_of_a_push()
    {
        var connections = new InMemoryConnections();
        var client = connections.Connect();
        connections.OnPush = (id, _) => ValueTask.FromResult<PushOutcome?>(id == client.Id ? PushOutcome.Throttled : null);

        Assert.Equal(PushOutcome.Throttled, await connections.PushAsync(client.Id, "a"u8.ToArray(), default));
        Assert.Equal(PushOutcome.Sent, await connections.PushAsync(connections.Connect().Id, "a"u8.ToArray(), default));
        Assert.Empty(client.Received);
    }

    [Fact]
    public async Task A_client_that_vanished_is_gone_for_the_next_push()
    {
        var connections = new InMemoryConnections();
        var client = connections.Connect();

        connections.Drop(client.Id);

        Assert.Equal(PushOutcome.Gone, await connections.PushAsync(client.Id, "a"u8.ToArray(), default));
        Assert.Empty(connections.Open);
    }

    private sealed class Subject : ConnectionsUnderTest
    {
        private readonly InMemoryConnections _connections = new();

        public override IConnections Connections => _connections;

        public override Task<ConnectedClient> ConnectAsync() => Task.FromResult<ConnectedClient>(new Client(_connections, _connections.Connect()));
    }

    private sealed class Client(InMemoryConnections connections, InMemoryConnection connection) : ConnectedClient
    {
        private int _read;

        public override string Id => connection.Id;

        public override Task<string?> ReceiveAsync() =>
            Task.FromResult(_read < connection.Received.Count ? connection.Received[_read++] : connections.Open.Contains(connection) ? throw new TimeoutException("No message came.") : null);

        public override Task LeaveAsync()
        {
            connections.Drop(Id);
            return Task.CompletedTask;
        }
    }
}
