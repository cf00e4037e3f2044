using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Services;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Triggers.Sqs;

/// <summary>Runs a batch through the function, and deletes the messages that it was done with.</summary>
internal sealed class BatchRun(SqsQueue queue, EventSourceMappingSettings settings, AwsEnvironment aws, IFunctionInvoker invoker, IFunctionConsole console, BatchSlots slots)
{
    private static readonly TimeSpan s_firstBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestBackoff = TimeSpan.FromSeconds(30);
    private int _warned;

    /// <summary>Ends when the batch is done with or given up; what was not deleted comes back by its visibility time-out.</summary>
    public async Task<string> RunAsync(IReadOnlyList<ReceivedMessage> batch, CancellationToken stop)
    {
        var payload = SqsEvent.Write(batch, queue.Arn, aws.Region);
        InvocationResult? result;
        try
        {
            result = await InvokeAsync(payload, new InvocationOptions { Origin = new InvocationOrigin($"sqs {queue.Name}", batch.Count) }, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return "No records processed";
        }
        catch (AwsException exception)
        {
            console.Notice($"{settings.Function.Name}: a batch of {queue.Name} could not be handed over: {exception.Message}");
            return $"PROBLEM: {exception.Message}";
        }

        if (result is null)
        {
            return "PROBLEM: Function call throttled";
        }

        return Settle(batch, Judge(batch, result));
    }

    /// <summary>Null when there was no place for the function until the messages became visible again.</summary>
    private async Task<InvocationResult?> InvokeAsync(ReadOnlyMemory<byte> payload, InvocationOptions options, CancellationToken stop)
    {
        var giveUpAt = aws.Time.GetUtcNow() + BatchVisibility.Of(queue, settings);
        for (var wait = s_firstBackoff; ; wait = wait * 2 < s_longestBackoff ? wait * 2 : s_longestBackoff)
        {
            try
            {
                return await invoker.InvokeAsync(settings.Function.Name, payload, options, CancellationToken.None).ConfigureAwait(false);
            }
            catch (AwsException exception) when (exception.Status == 429)
            {
                slots.Failed();
            }

            if (aws.Time.GetUtcNow() + wait >= giveUpAt)
            {
                return null;
            }

            await Task.Delay(wait, aws.Time, stop).ConfigureAwait(false);
        }
    }

    private BatchReply Judge(IReadOnlyList<ReceivedMessage> batch, InvocationResult result)
    {
        if (!result.Succeeded)
        {
            return BatchReply.Failure;
        }

        if (settings.ReportsBatchItemFailures)
        {
            return BatchReply.Read(result.Payload.Span, id => Contains(batch, id));
        }

        WarnOfUnreadReport(result);
        return BatchReply.Success;
    }

    private string Settle(IReadOnlyList<ReceivedMessage> batch, BatchReply reply)
    {
        if (reply.AllFailed)
        {
            console.Notice($"{settings.Function.Name} returned its whole batch of {batch.Count} to {queue.Name}.");
            LearnFailure();
            return "PROBLEM: Function call failed";
        }

        if (reply.Failed.Count > 0)
        {
            console.Notice($"{settings.Function.Name} returned {reply.Failed.Count} of {batch.Count} messages to {queue.Name}.");
        }

        foreach (var message in batch)
        {
            if (!reply.Failed.Contains(message.MessageId))
            {
                Delete(message);
            }
        }

        slots.Succeeded();
        return "OK";
    }

    // A function that reports failures one by one keeps its pollers.
    private void LearnFailure()
    {
        if (!settings.ReportsBatchItemFailures)
        {
            slots.Failed();
        }
    }

    private void Delete(ReceivedMessage message)
    {
        try
        {
            queue.Delete(message.ReceiptHandle);
        }
        catch (AwsException)
        {
            // The queue is gone, or the message became visible while the function was working: it will come again.
        }
    }

    private void WarnOfUnreadReport(InvocationResult result)
    {
        if (BatchReply.ListsFailures(result.Payload.Span) && Interlocked.Exchange(ref _warned, 1) == 0)
        {
            console.Notice(
                $"{settings.Function.Name} replied with batchItemFailures, but its mapping of {queue.Name} has no FunctionResponseTypes: [ReportBatchItemFailures]; the whole batch counts as done and its failed messages are lost.");
        }
    }

    private static bool Contains(IReadOnlyList<ReceivedMessage> batch, string id)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            if (batch[i].MessageId == id)
            {
                return true;
            }
        }

        return false;
    }
}
