using System.Text.Json;
using Patterns.Aws;
using Patterns.WebSocketPush;

namespace WebSocketPush.Functions;

/// <summary>Connects people, and hands what they say to all in the room.</summary>
public sealed class Chat() : PushHandler(Push)
{
    private static readonly PushHub Push = new(
        Table.From(Environment.GetEnvironmentVariable("TABLE")!),
        Connection.From(Environment.GetEnvironmentVariable("CONNECTIONS")!));

    // Whoever says so: a chat for which that matters has an authorizer, and its principal is the user by default.
    protected override ValueTask<string?> UserOfAsync(SocketRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(request.Query.GetValueOrDefault("name"));

    protected override ValueTask<bool> MaySubscribeAsync(string user, string topic, CancellationToken cancellationToken) =>
        ValueTask.FromResult(topic.StartsWith("room/", StringComparison.Ordinal));

    protected override async ValueTask HandleMessageAsync(SocketMessage message, CancellationToken cancellationToken)
    {
        if (JsonSerializer.Deserialize(message.Text, Json.Default.Said) is { Room: { } room, Id: { } id, Text: { } text } && room.StartsWith("room/", StringComparison.Ordinal))
        {
            var line = JsonSerializer.SerializeToUtf8Bytes(new Line(id, message.User, text), Json.Default.Line);
            await Hub.PublishAsync(room, line, cancellationToken);
        }
    }
}
