using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class TagQueueOperation
{
    internal static readonly SqsOperation<TagQueueRequest, TagQueueResponse> Instance = new("TagQueue", Write);

    private static void Write(Utf8JsonWriter json, TagQueueRequest request)
    {
        json.Field("QueueUrl", request.QueueUrl);
        json.Field("Tags", request.Tags);
    }
}
