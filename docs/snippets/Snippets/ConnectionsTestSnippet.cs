using Patterns.Testing;

namespace Snippets;

internal static class ConnectionsTestSnippet
{
    public static async Task RunAsync()
    {
        // snippet: connections-test
        var connections = new InMemoryConnections();
        var client = connections.Connect();
        await connections.PushAsync(client.Id, "hello"u8.ToArray(), default);
        Console.WriteLine(client.Received.Single()); // hello

        connections.Drop(client.Id); // without a word, as a phone in a tunnel
        Console.WriteLine(await connections.PushAsync(client.Id, "still there?"u8.ToArray(), default)); // Gone
        // end
    }
}
