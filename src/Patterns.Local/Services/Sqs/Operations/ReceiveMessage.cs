using Patterns.Local.Services.Sqs.Messages;
using Patterns.Local.Services.Sqs.Storage;
using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class ReceiveMessage : ISqsOperation
{
    private const int MaximumWaitSeconds = 20;

    public string Name => nameof(ReceiveMessage);

    public async ValueTask RunAsync(SqsCall call)
    {
        var queue = call.Queue;
        var options = Options(call.Input, queue, call.Service.Limits);
        var selection = AttributeSelection.From(call.Input);
        var messages = await queue.ReceiveAsync(options, call.Cancellation).ConfigureAwait(false);
        if (messages.Count == 0)
        {
            return;
        }

        call.Answer.StartList("Messages");
        foreach (var message in messages)
        {
            call.Answer.Received(message, selection);
        }

        call.Answer.EndList();
    }

    private static ReceiveOptions Options(SqsInput input, SqsQueue queue, SqsLimits limits)
    {
        var maximum = input.MaxNumberOfMessages ?? 1;
        if (maximum < 1 || maximum > limits.MaximumBatchEntries)
        {
            throw SqsErrors.InvalidParameterValue(
                "MaxNumberOfMessages", $"{maximum}", $"Must be between 1 and {limits.MaximumBatchEntries}, if provided.");
        }

        if (input.WaitTimeSeconds is < 0 or > MaximumWaitSeconds)
        {
            throw SqsErrors.InvalidParameterValue(
                "WaitTimeSeconds", $"{input.WaitTimeSeconds}", $"Must be >= 0 and <= {MaximumWaitSeconds}, if provided.");
        }

        var visibility = Seconds(input.Message.VisibilityTimeout);
        VisibilityRules.Check(visibility ?? TimeSpan.Zero, limits);
        return new ReceiveOptions(maximum)
        {
            VisibilityTimeout = visibility,
            Wait = Seconds(input.WaitTimeSeconds),
            AttemptId = CheckedAttemptId(input.ReceiveRequestAttemptId, queue),
        };
    }

    private static string? CheckedAttemptId(string? id, SqsQueue queue)
    {
        MessageRules.CheckId("ReceiveRequestAttemptId", id);
        return id is null || queue.IsFifo
            ? id
            : throw SqsErrors.InvalidParameterValue(
                "ReceiveRequestAttemptId", id, "The request include parameter that is not valid for this queue type.");
    }

    private static TimeSpan? Seconds(int? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;
}
