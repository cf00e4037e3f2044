using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class SendMessage : SyncOperation
{
    public override string Name => nameof(SendMessage);

    protected override void Run(SqsCall call)
    {
        var message = Outgoing.From(call.Input.Message);
        call.Answer.Sent(call.Queue.Send(message));
    }
}
