using System.Text;
using Patterns.Connections;
using Patterns.WebSocketPush;

namespace Patterns.ApiProxy.Tests.WebSocketPush;

public sealed class PushChurnTests
{
    private const int Clients = 1000;
    private const int Topics = 20;
    private const int Rounds = 150;

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(2, 1000)]
    [InlineData(3, 5)]
    public async Task A_thousand_clients_come_go_and_vanish_and_every_one_that_is_there_has_all(int seed, int logLength)
    {
        var world = new World(seed, logLength);
        for (var round = 0; round < Rounds; round++)
        {
            world.Time.Advance(TimeSpan.FromSeconds(world.Random.Next(40)));
            for (var i = 0; i < 20; i++)
            {
                await world.ChangeAsync(world.Clients[world.Random.Next(Clients)]);
            }

            await world.PublishAsync(world.Random.Next(Topics));
            await world.CatchUpAsync();
        }

        await world.SettleAsync();

        foreach (var client in world.Clients.Where(client => client.Connection is not null))
        {
            Assert.Equal(world.Published[client.Topic], client.Last);
            Assert.Equal(client.Taken.Distinct().Order(), client.Taken);
            Assert.True(logLength < 1000 || client.Taken.SequenceEqual(Enumerable.Range(1, (int)client.Last).Select(n => (long)n)), "A number is missing.");
        }

        Assert.Equal(world.Connected, world.Registered());
        Assert.Equal(logLength < 1000, world.Clients.Any(client => client.Reloads > 0));
    }

    private sealed class World
    {
        private readonly InMemoryTable _table;
        private readonly InMemoryConnections _connections;
        private readonly PushHub _hub;
        private bool _isCalm;

        public World(int seed, int logLength)
        {
            Random = new Random(seed);
            _table = new InMemoryTable("push", Time);
            _connections = new InMemoryConnections(time: Time) { OnPush = Trouble };
            _hub = new PushHub(_table, _connections, new PushOptions { Time = Time, Attempts = 1, LogLength = logLength });
            Clients = [.. Enumerable.Range(0, PushChurnTests.Clients).Select(i => new PushClient($"topic-{i % Topics}"))];
            Published = Enumerable.Range(0, Topics).ToDictionary(i => $"topic-{i}", _ => 0L);
        }

        public Random Random { get; }

        public FakeTimeProvider Time { get; } = new();

        public IReadOnlyList<PushClient> Clients { get; }

        public Dictionary<string, long> Published { get; }

        public IEnumerable<(string Topic, string Id)> Connected =>
            Clients.Where(client => client.Connection is not null).Select(client => (client.Topic, client.Connection!.Id)).Order();

        public async Task ChangeAsync(PushClient client)
        {
            if (client.Connection is not { } connection)
            {
                await ConnectAsync(client);
                return;
            }

            client.Read();
            _connections.Drop(connection.Id);
            client.Lost();
            if (Random.Next(2) == 0)
            {
                await _hub.DisconnectAsync(connection.Id, default);
            }
        }

        public async Task PublishAsync(int topic)
        {
            var name = $"topic-{topic}";
            var result = await _hub.PublishAsync(name, Encoding.UTF8.GetBytes($$"""{"n":{{Published[name] + 1}}}"""), default);
            Published[name]++;
            Assert.Equal(Published[name], result.Sequence);
        }

        public async Task CatchUpAsync()
        {
            foreach (var client in Clients.Where(client => client.Connection is not null))
            {
                client.Read();
                if (client.IsBehind)
                {
                    await _hub.ResyncAsync(client.Connection!.Id, client.Topic, client.Last, default);
                }
            }
        }

        /// <summary>Nothing fails any more, every topic has one more message, and everyone says how far it is.</summary>
        public async Task SettleAsync()
        {
            _isCalm = true;
            Time.Advance(TimeSpan.FromMinutes(1));
            for (var topic = 0; topic < Topics; topic++)
            {
                await PublishAsync(topic);
            }

            foreach (var client in Clients.Where(client => client.Connection is not null))
            {
                client.Read();
                await _hub.ResyncAsync(client.Connection!.Id, client.Topic, client.Last, default);
                client.Read();
            }
        }

        /// <summary>The clients in the partitions of topics; there must be as many by user and by id.</summary>
        public IEnumerable<(string Topic, string Id)> Registered()
        {
            var keys = _table.Items.Select(item => item.Key).ToLookup(key => key.Partition.Split('#')[1]);
            Assert.Equal(keys["topic"].Count(), keys["connection"].Count());
            Assert.Equal(keys["topic"].Count(), keys["user"].Count());
            return keys["topic"].Select(key => (key.Partition.Split('#')[2], key.Sort)).Order();
        }

        private async Task ConnectAsync(PushClient client)
        {
            var connection = _connections.Connect();
            await _hub.ConnectAsync(connection.Id, $"user-{Random.Next(100)}", default);
            client.Connected(connection);
            Assert.True(await _hub.SubscribeAsync(connection.Id, client.Topic, default));
            await _hub.ResyncAsync(connection.Id, client.Topic, client.Last, default);
        }

        private ValueTask<PushOutcome?> Trouble(string id, CancellationToken cancellationToken) => (_isCalm ? 0 : Random.Next(50)) switch
        {
            1 => ValueTask.FromResult<PushOutcome?>(PushOutcome.Throttled),
            2 => throw new ConnectionException("broken", isRetryable: true),
            _ => ValueTask.FromResult<PushOutcome?>(null),
        };
    }
}
