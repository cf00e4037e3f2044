using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class DeleteMessageOperation
{
    internal static readonly SqsOperation<DeleteMessageRequest, DeleteMessageResponse> Instance = new("DeleteMessage", Write);

    private static void Write(Utf8JsonWriter json, DeleteMessageRequest request)
    {
        json.Field("QueueUrl", request.QueueUrl);
        json.Field("ReceiptHandle", request.ReceiptHandle);
    }
}
