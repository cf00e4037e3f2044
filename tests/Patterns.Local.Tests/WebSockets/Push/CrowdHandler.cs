using Patterns.WebSocketPush;

namespace Patterns.Local.Tests.WebSockets.Push;

/// <summary>Lets everybody in by name, and follow every topic.</summary>
internal sealed class CrowdHandler(PushHub hub) : PushHandler(hub)
{
    protected override ValueTask<string?> UserOfAsync(SocketRequest request, CancellationToken cancellationToken) => ValueTask.FromResult(request.Query.GetValueOrDefault("name"));

    protected override ValueTask<bool> MaySubscribeAsync(string user, string topic, CancellationToken cancellationToken) => ValueTask.FromResult(true);

    protected override ValueTask HandleMessageAsync(SocketMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();
}
