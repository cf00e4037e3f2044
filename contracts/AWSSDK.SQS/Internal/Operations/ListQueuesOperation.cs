using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class ListQueuesOperation
{
    internal static readonly SqsOperation<ListQueuesRequest, ListQueuesResponse> Instance = new("ListQueues", Write, Read);

    private static void Write(Utf8JsonWriter json, ListQueuesRequest request)
    {
        json.Field("MaxResults", request.MaxResults);
        json.Field("NextToken", request.NextToken);
        json.Field("QueueNamePrefix", request.QueueNamePrefix);
    }

    private static ListQueuesResponse Read(JsonElement json) => new()
    {
        NextToken = json.Text("NextToken"),
        QueueUrls = json.Texts("QueueUrls"),
    };
}
