using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class ListTopics : ISnsOperation
{
    public string Name => "ListTopics";

    public void Execute(SnsCall call)
    {
        var page = Page<SnsTopic>.Of(call.Sns.Topics.All, topic => topic.Arn, call.Form["NextToken"]);
        var xml = call.Answer.OpenResult().Open("Topics");
        foreach (var topic in page.Items)
        {
            xml.Open("member").Element("TopicArn", topic.Arn).Close("member");
        }

        xml.Close("Topics").Element("NextToken", page.NextToken).CloseResult();
    }
}
