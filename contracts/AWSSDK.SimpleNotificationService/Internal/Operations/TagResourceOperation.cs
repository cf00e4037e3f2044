using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class TagResourceOperation
{
    internal static readonly SnsOperation<TagResourceRequest, TagResourceResponse> Instance = new("TagResource", Write);

    private static void Write(QueryFields fields, TagResourceRequest request)
    {
        fields.Field("ResourceArn", request.ResourceArn);
        fields.List("Tags", request.Tags, TagFields.Write);
    }
}
