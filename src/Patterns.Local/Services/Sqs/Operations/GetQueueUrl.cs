using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class GetQueueUrl : SyncOperation
{
    public override string Name => nameof(GetQueueUrl);

    protected override void Run(SqsCall call)
    {
        var name = call.Input.QueueName ?? throw SqsErrors.InvalidParameterValue("Value for parameter QueueName is invalid. Reason: Must specify a queue name.");
        var isOurs = call.Input.QueueOwnerAccountId is null || call.Input.QueueOwnerAccountId == call.Service.Aws.AccountId;
        if (!isOurs || !call.Service.TryFind(name, out var queue))
        {
            throw SqsErrors.QueueDoesNotExist();
        }

        call.Answer.Text("QueueUrl", queue.Url);
    }
}
