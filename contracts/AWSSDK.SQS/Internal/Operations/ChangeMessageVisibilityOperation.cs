using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class ChangeMessageVisibilityOperation
{
    internal static readonly SqsOperation<ChangeMessageVisibilityRequest, ChangeMessageVisibilityResponse> Instance = new("ChangeMessageVisibility", Write);

    private static void Write(Utf8JsonWriter json, ChangeMessageVisibilityRequest request)
    {
        json.Field("QueueUrl", request.QueueUrl);
        json.Field("ReceiptHandle", request.ReceiptHandle);
        json.Field("VisibilityTimeout", request.VisibilityTimeout);
    }
}
