using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class DeleteQueueOperation
{
    internal static readonly SqsOperation<DeleteQueueRequest, DeleteQueueResponse> Instance = new("DeleteQueue", Write);

    private static void Write(Utf8JsonWriter json, DeleteQueueRequest request)
    {
        json.Field("QueueUrl", request.QueueUrl);
    }
}
