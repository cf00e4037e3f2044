using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class CreateQueueOperation
{
    internal static readonly SqsOperation<CreateQueueRequest, CreateQueueResponse> Instance = new("CreateQueue", Write, Read);

    private static void Write(Utf8JsonWriter json, CreateQueueRequest request)
    {
        json.Field("Attributes", request.Attributes);
        json.Field("QueueName", request.QueueName);
        json.Field("tags", request.Tags);
    }

    private static CreateQueueResponse Read(JsonElement json) => new()
    {
        QueueUrl = json.Text("QueueUrl"),
    };
}
