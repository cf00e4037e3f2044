using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class ListTagsForResourceOperation
{
    internal static readonly SnsOperation<ListTagsForResourceRequest, ListTagsForResourceResponse> Instance = new("ListTagsForResource", Write, Read);

    private static void Write(QueryFields fields, ListTagsForResourceRequest request) => fields.Field("ResourceArn", request.ResourceArn);

    private static ListTagsForResourceResponse Read(XElement xml) => new()
    {
        Tags = xml.List("Tags", TagFields.Read),
    };
}
