namespace Patterns.Local.Tests.WebSockets.Push;

public sealed class CrowdTests
{
    private const int Clients = 1000;
    private const int Leaving = 200;
    private const int Rounds = 5;

    private static readonly string[] s_topics = [.. Enumerable.Range(0, 20).Select(i => $"topic-{i}")];

    [Fact]
    public async Task A_thousand_sockets_come_go_and_vanish_and_every_one_that_is_there_has_all()
    {
        await using var front = await CrowdFront.StartAsync();
        var clients = Enumerable.Range(0, Clients).Select(i => new CrowdClient(front.UrlOf($"user-{i % 100}"), s_topics[i % s_topics.Length])).ToList();
        await EachAsync(clients, client => client.ConnectAsync());

        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            var changing = clients.Where(_ => random.Next(8) == 0).Select((client, i) => (client, Vanishes: i % 2 == 0)).ToList();
            await Task.WhenAll(EachAsync(changing, change => AnewAsync(change.client, change.Vanishes)), EachAsync(s_topics, front.PublishAsync));
        }

        await EachAsync(clients[..Leaving], client => client.VanishAsync());
        await front.KnowsThatOnlyAsync(Clients - Leaving);

        // Who is gone without a word is found by the next push; and nobody is in the handshake any more.
        front.Clock.Advance(TimeSpan.FromMinutes(1));
        await EachAsync(s_topics, front.PublishAsync);
        await EachAsync(clients[Leaving..], client => client.ReachAsync(front.Published(client.Topic)));

        Assert.Empty(front.Function.Failures);
        Assert.All(clients[Leaving..], client => Assert.Equal(Enumerable.Range(1, Rounds + 1).Select(n => (long)n), client.Taken));
        Assert.Equal(front.Function.Open.Order(StringComparer.Ordinal), front.Registered().Order(StringComparer.Ordinal));
        clients.ForEach(client => client.Dispose());
    }

    private static async Task AnewAsync(CrowdClient client, bool vanishes)
    {
        await (vanishes ? client.VanishAsync() : client.LeaveAsync());
        await client.ConnectAsync();
    }

    private static Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> act) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (item, _) => await act(item));
}
