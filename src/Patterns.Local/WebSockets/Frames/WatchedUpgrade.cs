using Microsoft.AspNetCore.Http.Features;

namespace Patterns.Local.WebSockets.Frames;

/// <summary>Puts a <see cref="FrameWatch"/> between the connection and the WebSocket.</summary>
internal sealed class WatchedUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
{
    /// <summary>Null until the request is upgraded.</summary>
    public FrameWatch? Watch { get; private set; }

    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() => Watch = new FrameWatch(await inner.UpgradeAsync().ConfigureAwait(false));
}
