using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class CreateQueue : SyncOperation
{
    public override string Name => nameof(CreateQueue);

    protected override void Run(SqsCall call)
    {
        var name = call.Input.QueueName ?? throw SqsErrors.MissingParameter("QueueName");
        var queue = call.Service.Create(name, call.Input.Attributes, call.Input.Tags);
        call.Answer.Text("QueueUrl", queue.Url);
    }
}
