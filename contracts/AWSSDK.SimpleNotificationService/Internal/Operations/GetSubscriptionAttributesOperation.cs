using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class GetSubscriptionAttributesOperation
{
    internal static readonly SnsOperation<GetSubscriptionAttributesRequest, GetSubscriptionAttributesResponse> Instance = new("GetSubscriptionAttributes", Write, Read);

    private static void Write(QueryFields fields, GetSubscriptionAttributesRequest request) => fields.Field("SubscriptionArn", request.SubscriptionArn);

    private static GetSubscriptionAttributesResponse Read(XElement xml) => new()
    {
        Attributes = xml.TextMap("Attributes"),
    };
}
