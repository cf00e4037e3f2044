using System.Text.Json;
using Amazon.KinesisFirehose.Model;

namespace Amazon.KinesisFirehose.Internal.Operations;

internal static class DescribeDeliveryStreamOperation
{
    internal static readonly FirehoseOperation<DescribeDeliveryStreamRequest, DescribeDeliveryStreamResponse> Instance = new("DescribeDeliveryStream", Write, Read);

    private static void Write(Utf8JsonWriter json, DescribeDeliveryStreamRequest request)
    {
        json.Field("DeliveryStreamName", request.DeliveryStreamName);
        json.Field("ExclusiveStartDestinationId", request.ExclusiveStartDestinationId);
        json.Field("Limit", request.Limit);
    }

    private static DescribeDeliveryStreamResponse Read(JsonElement json) => new()
    {
        DeliveryStreamDescription = json.TryGetProperty("DeliveryStreamDescription", out var description) ? ReadDescription(description) : null,
    };

    private static DeliveryStreamDescription ReadDescription(JsonElement json) => new()
    {
        DeliveryStreamARN = json.Text("DeliveryStreamARN"),
        DeliveryStreamName = json.Text("DeliveryStreamName"),
        DeliveryStreamStatus = json.Text("DeliveryStreamStatus"),
        DeliveryStreamType = json.Text("DeliveryStreamType"),
        HasMoreDestinations = json.Flag("HasMoreDestinations"),
        Source = json.Object("Source", ReadSource),
        VersionId = json.Text("VersionId"),
    };

    private static SourceDescription ReadSource(JsonElement json) => new()
    {
        KinesisStreamSourceDescription = json.Object("KinesisStreamSourceDescription", ReadStream),
    };

    private static KinesisStreamSourceDescription ReadStream(JsonElement json) => new()
    {
        DeliveryStartTimestamp = json.Time("DeliveryStartTimestamp"),
        KinesisStreamARN = json.Text("KinesisStreamARN"),
        RoleARN = json.Text("RoleARN"),
    };
}
