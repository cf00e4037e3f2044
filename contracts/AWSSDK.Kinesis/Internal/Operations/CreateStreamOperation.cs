using System.Text.Json;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal.Operations;

internal static class CreateStreamOperation
{
    internal static readonly KinesisOperation<CreateStreamRequest, CreateStreamResponse> Instance = new("CreateStream", Write);

    private static void Write(Utf8JsonWriter json, CreateStreamRequest request)
    {
        json.Field("MaxRecordSizeInKiB", request.MaxRecordSizeInKiB);
        json.Field("ShardCount", request.ShardCount);
        if (request.StreamModeDetails is { } details)
        {
            json.WriteStartObject("StreamModeDetails");
            json.Field("StreamMode", details.StreamMode?.Value);
            json.WriteEndObject();
        }

        json.Field("StreamName", request.StreamName);
        json.Field("Tags", request.Tags);
    }
}
