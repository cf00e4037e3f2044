using System.Text;
using Patterns.Aws;
using Patterns.WebSocketPush;

namespace Snippets;

// snippet: websocket-push
public sealed class ChatSockets() : PushHandler(Push)
{
    private static readonly PushHub Push = new(
        Table.From(Environment.GetEnvironmentVariable("TABLE")!),
        Connection.From(Environment.GetEnvironmentVariable("CONNECTIONS")!));

    // Everyone may follow the rooms; what is for one user goes to that user.
    protected override ValueTask<bool> MaySubscribeAsync(string user, string topic, CancellationToken cancellationToken) =>
        ValueTask.FromResult(topic.StartsWith("room/", StringComparison.Ordinal));

    protected override async ValueTask HandleMessageAsync(SocketMessage message, CancellationToken cancellationToken)
    {
        var line = System.Text.Json.JsonEncodedText.Encode($"{message.User}: {message.Text}");
        await Hub.PublishAsync("room/lobby", Encoding.UTF8.GetBytes($"\"{line}\""), cancellationToken);
    }
}
// end
