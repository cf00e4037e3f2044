using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class GetQueueUrlOperation
{
    internal static readonly SqsOperation<GetQueueUrlRequest, GetQueueUrlResponse> Instance = new("GetQueueUrl", Write, Read);

    private static void Write(Utf8JsonWriter json, GetQueueUrlRequest request)
    {
        json.Field("QueueName", request.QueueName);
        json.Field("QueueOwnerAWSAccountId", request.QueueOwnerAWSAccountId);
    }

    private static GetQueueUrlResponse Read(JsonElement json) => new()
    {
        QueueUrl = json.Text("QueueUrl"),
    };
}
