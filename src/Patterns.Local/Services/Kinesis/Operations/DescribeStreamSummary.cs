using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class DescribeStreamSummary
{
    public static void Run(KinesisCall call)
    {
        var stream = call.Stream();
        var json = call.Answer;
        json.WriteStartObject("StreamDescriptionSummary"u8);
        StreamJson.WriteHead(json, stream);
        StreamJson.WriteDetails(json, stream);
        json.WriteNumber("OpenShardCount"u8, stream.OpenShards);
        json.WriteNumber("ConsumerCount"u8, 0);
        json.WriteNumber("MaxRecordSizeInKiB"u8, stream.MaxRecordKibibytes);
        json.WriteEndObject();
    }
}
