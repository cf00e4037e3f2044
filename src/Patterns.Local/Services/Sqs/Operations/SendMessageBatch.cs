using Patterns.Local.Services.Sqs.Messages;
using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class SendMessageBatch : SyncOperation
{
    public override string Name => nameof(SendMessageBatch);

    protected override void Run(SqsCall call)
    {
        var queue = call.Queue;
        var entries = call.Input.Entries;
        var settings = queue.Settings;
        BatchRules.Check(entries, call.Service.Limits);
        BatchRules.CheckFifo(entries, settings);
        var messages = Messages(entries, call.Service.Limits);
        var result = new BatchResult<SentMessage>();
        for (var i = 0; i < messages.Length; i++)
        {
            result.Run(entries[i].Id!, (queue, messages[i]), static send => Send(send.queue, send.Item2));
        }

        result.Write(call.Answer, "SendMessageBatchResultEntry", static (answer, sent) => answer.Sent(sent));
    }

    private static NewMessage[] Messages(List<MessageInput> entries, SqsLimits limits)
    {
        var messages = new NewMessage[entries.Count];
        long size = 0;
        for (var i = 0; i < messages.Length; i++)
        {
            messages[i] = Outgoing.From(entries[i]);
            size += messages[i].Size;
        }

        return size <= limits.MaximumMessageSize ? messages : throw SqsErrors.BatchRequestTooLong(limits.MaximumMessageSize, size);
    }

    // The service words this one differently inside a batch.
    private static SentMessage Send(SqsQueue queue, NewMessage message)
    {
        var maximum = queue.Settings.MaximumMessageSize;
        return message.Size <= maximum
            ? queue.Send(message)
            : throw SqsErrors.InvalidParameterValue(
                $"One or more parameters cannot be validated. Reason: Message must be shorter than {maximum} bytes.");
    }
}
