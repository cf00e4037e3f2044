using System.Text.Json;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal.Operations;

internal static class DescribeStreamSummaryOperation
{
    internal static readonly KinesisOperation<DescribeStreamSummaryRequest, DescribeStreamSummaryResponse> Instance = new("DescribeStreamSummary", Write, Read);

    private static void Write(Utf8JsonWriter json, DescribeStreamSummaryRequest request)
    {
        json.Field("StreamARN", request.StreamARN);
        json.Field("StreamName", request.StreamName);
    }

    private static DescribeStreamSummaryResponse Read(JsonElement json) => new()
    {
        StreamDescriptionSummary = json.Object("StreamDescriptionSummary", ReadSummary),
    };

    private static StreamDescriptionSummary ReadSummary(JsonElement json) => new()
    {
        ConsumerCount = json.Whole("ConsumerCount"),
        EncryptionType = json.Text("EncryptionType"),
        KeyId = json.Text("KeyId"),
        MaxRecordSizeInKiB = json.Whole("MaxRecordSizeInKiB"),
        OpenShardCount = json.Whole("OpenShardCount"),
        RetentionPeriodHours = json.Whole("RetentionPeriodHours"),
        StreamARN = json.Text("StreamARN"),
        StreamCreationTimestamp = json.Time("StreamCreationTimestamp"),
        StreamModeDetails = json.Object("StreamModeDetails", static details => new StreamModeDetails { StreamMode = details.Text("StreamMode") }),
        StreamName = json.Text("StreamName"),
        StreamStatus = json.Text("StreamStatus"),
    };
}
