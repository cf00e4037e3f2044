using Patterns.Local.Functions;
using Patterns.Local.Functions.Runtime;
using Patterns.Local.Services;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Streams;
using Patterns.Local.Triggers;
using Patterns.Local.Triggers.Streams;

namespace Patterns.Local.Replays;

/// <summary>Replays the records that stream mappings gave up: reads them from their shards and invokes the function with them again.</summary>
/// <param name="lambda">The functions and their mappings.</param>
/// <param name="invoker">Runs the functions.</param>
/// <param name="find">Finds a stream by its ARN; null when there is none.</param>
internal sealed class StreamRedrive(LambdaService lambda, IFunctionInvoker invoker, Func<string, (RecordStream Log, StreamKind Kind)?> find)
{
    private const int MessagesPerReceive = 10;

    // Long enough that no failure record comes twice in one run; what stays is given back at the end.
    private static readonly TimeSpan s_hold = TimeSpan.FromHours(12);

    /// <param name="queue">The on-failure destination of mappings.</param>
    /// <param name="function">The function to invoke; null for the one that failed.</param>
    /// <param name="stop">Ends the run after the record that is being replayed.</param>
    public async Task<RedriveResult> RunAsync(SqsQueue queue, string? function, CancellationToken stop)
    {
        var held = Receive(queue);
        try
        {
            var replays = new List<Replay>();
            foreach (var message in held.Where(message => message.Failed is not null).Order(ByPlace.Instance).ToList())
            {
                stop.ThrowIfCancellationRequested();
                var replay = await ReplayAsync(message.Failed!, queue.Name, function).ConfigureAwait(false);
                replays.Add(replay);
                if (replay.Outcome == ReplayOutcome.Replayed)
                {
                    queue.Delete(message.Receipt);
                    held.Remove(message);
                }
            }

            return new RedriveResult(queue.Name, replays, held.Count(message => message.Failed is null));
        }
        finally
        {
            held.ForEach(message => queue.ChangeVisibility(message.Receipt, TimeSpan.Zero));
        }
    }

    private static List<HeldMessage> Receive(SqsQueue queue)
    {
        var held = new List<HeldMessage>();
        while (queue.Receive(MessagesPerReceive, s_hold) is { Count: > 0 } messages)
        {
            held.AddRange(messages.Select(message => new HeldMessage(message.ReceiptHandle, FailedRecords.TryParse(message.Body))));
        }

        return held;
    }

    private async Task<Replay> ReplayAsync(FailedRecords failed, string queue, string? function)
    {
        if (find(failed.StreamArn) is not { Log.IsDeleted: false } stream)
        {
            return Refused(failed, $"the stream {failed.StreamArn} does not exist");
        }

        var failedFunction = FunctionReference.Parse(failed.FunctionArn).Name;
        var mapping = lambda.Mappings.List(failedFunction, failed.StreamArn) is [var found, ..] ? found.Settings : null;
        if (mapping?.Stream.TumblingWindow > TimeSpan.Zero)
        {
            return Refused(failed, "its mapping has a tumbling window, and the window's state is gone");
        }

        if (stream.Log.FindShard(failed.ShardId) is not { } shard)
        {
            return new Replay(failed, ReplayOutcome.Expired) { Expired = failed.Count };
        }

        var batch = new FailedBatch(stream.Log, stream.Kind, mapping);
        var records = batch.Read(shard, failed);
        var replay = new Replay(failed, ReplayOutcome.Expired) { Expired = Math.Max(0, failed.Count - records.Count) };
        return records.Count == 0 ? replay : await InvokeAsync(replay, batch.Events(shard, records), mapping, function ?? failedFunction, queue).ConfigureAwait(false);
    }

    private async Task<Replay> InvokeAsync(Replay replay, IEnumerable<IReadOnlyList<BatchEntry>> events, EventSourceMappingSettings? mapping, string function, string queue)
    {
        var done = 0;
        foreach (var records in events)
        {
            if (await InvokeAsync(records, mapping, function, queue).ConfigureAwait(false) is { } reason)
            {
                return replay with { Outcome = ReplayOutcome.Failed, Records = done, Reason = reason };
            }

            done += records.Count;
        }

        return replay with { Outcome = ReplayOutcome.Replayed, Records = done };
    }

    /// <summary>Null when the function has processed all records; else why it has not.</summary>
    private async Task<string?> InvokeAsync(IReadOnlyList<BatchEntry> records, EventSourceMappingSettings? mapping, string function, string queue)
    {
        try
        {
            var options = new InvocationOptions { Origin = new InvocationOrigin($"redrive {queue}", records.Count) };
            var result = await invoker.InvokeAsync(function, StreamEvent.Write(records.ToArray()), options, CancellationToken.None).ConfigureAwait(false);
            if (!result.Succeeded)
            {
                return $"{function} failed with {ErrorPayload.ReadType(result.Payload.Span) ?? result.FunctionError}; its log says more";
            }

            var ids = records.Select(entry => entry.Record.SequenceNumber).ToHashSet();
            var isComplete = mapping?.ReportsBatchItemFailures != true || BatchReply.Read(result.Payload.Span, ids.Contains).AllSucceeded;
            return isComplete ? null : $"{function} reported failed records again";
        }
        catch (AwsException exception)
        {
            return exception.Message;
        }
    }

    private static Replay Refused(FailedRecords failed, string reason) => new(failed, ReplayOutcome.Refused) { Reason = reason };
}
