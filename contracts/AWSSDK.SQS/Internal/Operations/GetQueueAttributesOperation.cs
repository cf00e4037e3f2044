using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class GetQueueAttributesOperation
{
    internal static readonly SqsOperation<GetQueueAttributesRequest, GetQueueAttributesResponse> Instance = new("GetQueueAttributes", Write, Read);

    private static void Write(Utf8JsonWriter json, GetQueueAttributesRequest request)
    {
        json.Field("AttributeNames", request.AttributeNames);
        json.Field("QueueUrl", request.QueueUrl);
    }

    private static GetQueueAttributesResponse Read(JsonElement json) => new()
    {
        Attributes = json.TextMap("Attributes"),
    };
}
