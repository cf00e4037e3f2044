using Amazon.Runtime.Internal;

namespace Amazon.EventBridge.Internal;

internal sealed class AmazonEventBridgeMetadata : IServiceMetadata
{
    public string ServiceId => "EventBridge";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
