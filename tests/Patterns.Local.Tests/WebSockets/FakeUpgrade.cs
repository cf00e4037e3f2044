using Microsoft.AspNetCore.Http.Features;

namespace Patterns.Local.Tests.WebSockets;

/// <summary>A request that can become a connection in memory.</summary>
internal sealed class FakeUpgrade(Stream server) : IHttpUpgradeFeature
{
    private readonly TaskCompletionSource _upgraded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsUpgradableRequest => true;

    public Task Upgraded => _upgraded.Task;

    public Task<Stream> UpgradeAsync()
    {
        _upgraded.TrySetResult();
        return Task.FromResult(server);
    }
}
