using Patterns.Aws;

namespace Snippets;

internal static class ConnectionsSnippet
{
    public static async Task RunAsync(string connectionId, CancellationToken cancellationToken)
    {
        // snippet: connections
        var connections = Connection.From(Environment.GetEnvironmentVariable("CONNECTIONS")!); // https://….execute-api.….amazonaws.com/live

        var outcome = await connections.PushAsync(connectionId, "hello"u8.ToArray(), cancellationToken);
        Console.WriteLine(outcome); // Sent, Gone, Throttled or TooLarge

        var details = await connections.FindAsync(connectionId, cancellationToken);
        Console.WriteLine(details?.LastActiveAt); // nothing for a client that is gone
        // end
    }
}
