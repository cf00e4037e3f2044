using System.Text.Json;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal.Operations;

internal static class DeleteStreamOperation
{
    internal static readonly KinesisOperation<DeleteStreamRequest, DeleteStreamResponse> Instance = new("DeleteStream", Write);

    private static void Write(Utf8JsonWriter json, DeleteStreamRequest request)
    {
        json.Field("EnforceConsumerDeletion", request.EnforceConsumerDeletion);
        json.Field("StreamARN", request.StreamARN);
        json.Field("StreamName", request.StreamName);
    }
}
