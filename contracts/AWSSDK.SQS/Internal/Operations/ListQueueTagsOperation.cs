using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class ListQueueTagsOperation
{
    internal static readonly SqsOperation<ListQueueTagsRequest, ListQueueTagsResponse> Instance = new("ListQueueTags", Write, Read);

    private static void Write(Utf8JsonWriter json, ListQueueTagsRequest request)
    {
        json.Field("QueueUrl", request.QueueUrl);
    }

    private static ListQueueTagsResponse Read(JsonElement json) => new()
    {
        Tags = json.TextMap("Tags"),
    };
}
