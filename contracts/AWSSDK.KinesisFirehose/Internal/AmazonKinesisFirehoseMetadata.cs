using Amazon.Runtime.Internal;

namespace Amazon.KinesisFirehose.Internal;

internal sealed class AmazonKinesisFirehoseMetadata : IServiceMetadata
{
    public string ServiceId => "Firehose";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
