using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class SetQueueAttributesOperation
{
    internal static readonly SqsOperation<SetQueueAttributesRequest, SetQueueAttributesResponse> Instance = new("SetQueueAttributes", Write);

    private static void Write(Utf8JsonWriter json, SetQueueAttributesRequest request)
    {
        json.Field("Attributes", request.Attributes);
        json.Field("QueueUrl", request.QueueUrl);
    }
}
