using Patterns.Connections;
using Patterns.Limits;

namespace Patterns.Testing;

internal static class ConnectionLaws
{
    private const int Messages = 20;

    public static IEnumerable<KeyValuePair<string, Func<ConnectionsTrial, Task>>> All =>
    [
        new("messages arrive in the order in which a sender sent them", OrderAsync),
        new("a message reaches its client and no other", OneClientAsync),
        new("a message of the largest size arrives, and a larger one is too large", SizeAsync),
        new("a client that left is gone", LeftAsync),
        new("an id that never was is gone", UnknownAsync),
        new("a disconnected client notices, and is gone", DisconnectAsync),
        new("a disconnect of a client that is gone does nothing", DisconnectTwiceAsync),
        new("what is known of a connection has its times in order", DetailsAsync),
        new("an empty id is refused", EmptyAsync),
    ];

    private static async Task OrderAsync(ConnectionsTrial trial)
    {
        var client = await trial.ConnectAsync().ConfigureAwait(false);
        for (var i = 0; i < Messages; i++)
        {
            await trial.ExpectAsync(PushOutcome.Sent, client.Id, $"größer ≥ 𝄞 {i}").ConfigureAwait(false);
        }

        for (var i = 0; i < Messages; i++)
        {
            await trial.ExpectReceivedAsync(client, $"größer ≥ 𝄞 {i}").ConfigureAwait(false);
        }
    }

    private static async Task OneClientAsync(ConnectionsTrial trial)
    {
        var first = await trial.ConnectAsync().ConfigureAwait(false);
        var second = await trial.ConnectAsync().ConfigureAwait(false);

        await trial.ExpectAsync(PushOutcome.Sent, first.Id, "one").ConfigureAwait(false);
        await trial.ExpectAsync(PushOutcome.Sent, second.Id, "two").ConfigureAwait(false);

        await trial.ExpectReceivedAsync(second, "two").ConfigureAwait(false);
        await trial.ExpectReceivedAsync(first, "one").ConfigureAwait(false);
    }

    private static async Task SizeAsync(ConnectionsTrial trial)
    {
        var client = await trial.ConnectAsync().ConfigureAwait(false);
        var largest = new string('x', ServiceLimits.WebSocketMessageBytes);

        await trial.ExpectAsync(PushOutcome.TooLarge, client.Id, largest + "x").ConfigureAwait(false);
        await trial.ExpectAsync(PushOutcome.Sent, client.Id, largest).ConfigureAwait(false);

        await trial.ExpectReceivedAsync(client, largest).ConfigureAwait(false);
    }

    private static async Task LeftAsync(ConnectionsTrial trial)
    {
        var client = await trial.ConnectAsync().ConfigureAwait(false);
        await client.LeaveAsync().ConfigureAwait(false);

        await ExpectGoneAsync(trial, client.Id).ConfigureAwait(false);
    }

    private static Task UnknownAsync(ConnectionsTrial trial) => ExpectGoneAsync(trial, "bmV2ZXIgd2FzIQ=");

    private static async Task DisconnectAsync(ConnectionsTrial trial)
    {
        var client = await trial.ConnectAsync().ConfigureAwait(false);
        await trial.ExpectAsync(PushOutcome.Sent, client.Id, "last").ConfigureAwait(false);

        await trial.Connections.DisconnectAsync(client.Id, CancellationToken.None).ConfigureAwait(false);

        await trial.ExpectReceivedAsync(client, "last").ConfigureAwait(false);
        await trial.ExpectReceivedAsync(client, null).ConfigureAwait(false);
        await ExpectGoneAsync(trial, client.Id).ConfigureAwait(false);
    }

    private static async Task DisconnectTwiceAsync(ConnectionsTrial trial)
    {
        var client = await trial.ConnectAsync().ConfigureAwait(false);
        await client.LeaveAsync().ConfigureAwait(false);

        await trial.Connections.DisconnectAsync(client.Id, CancellationToken.None).ConfigureAwait(false);
    }

    private static async Task DetailsAsync(ConnectionsTrial trial)
    {
        var client = await trial.ConnectAsync().ConfigureAwait(false);
        await trial.ExpectAsync(PushOutcome.Sent, client.Id, "hello").ConfigureAwait(false);

        var details = await trial.Connections.FindAsync(client.Id, CancellationToken.None).ConfigureAwait(false);

        trial.Expect(details is not null && details.ConnectedAt > DateTimeOffset.UnixEpoch && details.LastActiveAt >= details.ConnectedAt, $"they are {details}.");
    }

    private static async Task EmptyAsync(ConnectionsTrial trial)
    {
        await trial.ExpectRefusedAsync(async () => await trial.Connections.PushAsync("", default, CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
        await trial.ExpectRefusedAsync(async () => await trial.Connections.FindAsync("", CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
        await trial.ExpectRefusedAsync(async () => await trial.Connections.DisconnectAsync("", CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static async Task ExpectGoneAsync(ConnectionsTrial trial, string connectionId)
    {
        await trial.ExpectAsync(PushOutcome.Gone, connectionId, "hello").ConfigureAwait(false);
        var details = await trial.Connections.FindAsync(connectionId, CancellationToken.None).ConfigureAwait(false);
        trial.Expect(details is null, $"it is still found: {details}.");
    }
}
