using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class DeleteTopicOperation
{
    internal static readonly SnsOperation<DeleteTopicRequest, DeleteTopicResponse> Instance = new("DeleteTopic", Write);

    private static void Write(QueryFields fields, DeleteTopicRequest request) => fields.Field("TopicArn", request.TopicArn);
}
