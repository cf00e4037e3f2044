using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class ListTopicsOperation
{
    internal static readonly SnsOperation<ListTopicsRequest, ListTopicsResponse> Instance = new("ListTopics", Write, Read);

    private static void Write(QueryFields fields, ListTopicsRequest request) => fields.Field("NextToken", request.NextToken);

    private static ListTopicsResponse Read(XElement xml) => new()
    {
        NextToken = xml.Text("NextToken"),
        Topics = xml.List("Topics", ReadTopic),
    };

    private static Topic ReadTopic(XElement xml) => new()
    {
        TopicArn = xml.Text("TopicArn"),
    };
}
