using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class ListQueues : SyncOperation
{
    public override string Name => nameof(ListQueues);

    protected override void Run(SqsCall call)
    {
        var page = Page.Of(call.Service.List(call.Input.QueueNamePrefix ?? ""), call.Input);
        call.Answer.Texts("QueueUrls", "QueueUrl", page.Urls);
        call.Answer.Text("NextToken", page.NextToken);
    }
}
