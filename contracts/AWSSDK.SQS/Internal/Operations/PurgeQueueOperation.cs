using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class PurgeQueueOperation
{
    internal static readonly SqsOperation<PurgeQueueRequest, PurgeQueueResponse> Instance = new("PurgeQueue", Write);

    private static void Write(Utf8JsonWriter json, PurgeQueueRequest request)
    {
        json.Field("QueueUrl", request.QueueUrl);
    }
}
