using Patterns.Local.Functions;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Reads from a function's reply how far it got with its records.</summary>
internal sealed class BatchJudge(StreamReading reading)
{
    private int _warned;

    public BatchVerdict Judge(ArraySegment<BatchEntry> entries, InvocationResult result)
    {
        if (!result.Succeeded)
        {
            return default;
        }

        ReadOnlyMemory<byte>? state = null;
        if (reading.TumblingWindow > TimeSpan.Zero)
        {
            state = WindowReply.ReadState(result.Payload);
            if (state is null)
            {
                reading.Notice($"the reply to a batch of {reading.Source} has no 'state', which counts as a failure in a tumbling window.");
                return default;
            }
        }

        return new BatchVerdict(CountDone(entries, result), state);
    }

    private int CountDone(ArraySegment<BatchEntry> entries, InvocationResult result)
    {
        if (!reading.Settings.ReportsBatchItemFailures)
        {
            WarnOfUnreadReport(result);
            return entries.Count;
        }

        var reply = BatchReply.Read(result.Payload.Span, id => IndexOf(entries, id) >= 0);
        return reply.AllSucceeded ? entries.Count : reply.AllFailed ? 0 : LowestFailed(entries, reply);
    }

    private static int LowestFailed(ArraySegment<BatchEntry> entries, BatchReply reply)
    {
        var index = 0;
        while (!reply.Failed.Contains(entries[index].Record.SequenceNumber))
        {
            index++;
        }

        return index;
    }

    private static int IndexOf(ArraySegment<BatchEntry> entries, string id)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Record.SequenceNumber == id)
            {
                return i;
            }
        }

        return -1;
    }

    private void WarnOfUnreadReport(InvocationResult result)
    {
        if (BatchReply.ListsFailures(result.Payload.Span) && Interlocked.Exchange(ref _warned, 1) == 0)
        {
            reading.Notice(
                $"it replied with batchItemFailures, but its mapping of {reading.Source} has no FunctionResponseTypes: [ReportBatchItemFailures]; the whole batch counts as done and its failed records are lost.");
        }
    }
}
