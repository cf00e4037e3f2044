using Patterns.Aws;
using Patterns.WebSocketPush;

namespace Cqrs.Functions;

/// <summary>Connects browsers. Each follows the policies of its holder.</summary>
public sealed class Sockets() : PushHandler(Push)
{
    internal static PushHub Push { get; } = new(
        Table.From(Environment.GetEnvironmentVariable("SOCKETS_TABLE")!),
        Connection.From(Environment.GetEnvironmentVariable("CONNECTIONS")!));

    internal static string TopicOf(string holder) => $"holder/{holder}";

    // Whoever says so: a real one has an authorizer, and its principal is the user by default.
    protected override ValueTask<string?> UserOfAsync(SocketRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(request.Query.GetValueOrDefault("holder"));

    protected override ValueTask<bool> MaySubscribeAsync(string user, string topic, CancellationToken cancellationToken) =>
        ValueTask.FromResult(topic == TopicOf(user));

    // Browsers only listen; what they ask for goes over HTTP.
    protected override ValueTask HandleMessageAsync(SocketMessage message, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
