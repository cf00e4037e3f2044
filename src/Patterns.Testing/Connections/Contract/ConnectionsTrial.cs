using System.Text;
using Patterns.Connections;

namespace Patterns.Testing;

/// <summary>A law being checked on connections.</summary>
internal sealed class ConnectionsTrial(string law, ConnectionsUnderTest subject)
{
    public IConnections Connections => subject.Connections;

    public Task<ConnectedClient> ConnectAsync() => subject.ConnectAsync();

    public void Expect(bool holds, string finding)
    {
        if (!holds)
        {
            throw new ContractViolationException(law, finding);
        }
    }

    public async Task ExpectAsync(PushOutcome expected, string connectionId, string message)
    {
        var outcome = await Connections.PushAsync(connectionId, Encoding.UTF8.GetBytes(message), CancellationToken.None).ConfigureAwait(false);
        Expect(outcome == expected, $"a push of {message.Length} characters came to {outcome} instead of {expected}.");
    }

    public async Task ExpectReceivedAsync(ConnectedClient client, string? expected)
    {
        var received = await client.ReceiveAsync().ConfigureAwait(false);
        Expect(received == expected, $"the client received {Shown(received)} instead of {Shown(expected)}.");
    }

    public async Task ExpectRefusedAsync(Func<Task> action)
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            return;
        }

        throw new ContractViolationException(law, "nothing was thrown.");
    }

    private static string Shown(string? message) => message switch
    {
        null => "the end of the connection",
        { Length: > 50 } => $"{message.Length} characters",
        _ => $"'{message}'",
    };
}
