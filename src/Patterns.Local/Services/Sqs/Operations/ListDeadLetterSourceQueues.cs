using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class ListDeadLetterSourceQueues : SyncOperation
{
    public override string Name => nameof(ListDeadLetterSourceQueues);

    protected override void Run(SqsCall call)
    {
        var page = Page.Of(call.Service.Redrive.SourcesOf(call.Queue), call.Input);
        call.Answer.Texts("queueUrls", "QueueUrl", page.Urls);
        call.Answer.Text("NextToken", page.NextToken);
    }
}
