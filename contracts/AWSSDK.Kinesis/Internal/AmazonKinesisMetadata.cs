using Amazon.Runtime.Internal;

namespace Amazon.Kinesis.Internal;

internal sealed class AmazonKinesisMetadata : IServiceMetadata
{
    public string ServiceId => "Kinesis";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
