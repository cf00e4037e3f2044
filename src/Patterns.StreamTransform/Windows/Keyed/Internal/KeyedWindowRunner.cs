using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;

namespace Patterns.Windows.Internal;

/// <summary>Takes an invocation from the event to the reply. Serves many invocations at the same time.</summary>
internal sealed class KeyedWindowRunner<TIn, TState, TOut>(
    KeyedWindowParts<TIn, TState, TOut> parts,
    KeyedWindowOptions<TIn> options,
    RecordHandlerOptions handling,
    string name)
{
    private readonly KeyedEngine<TIn, TState, TOut> _engine = new(parts, options, handling, name);

    public async Task<Stream> RunAsync(Stream input, ILambdaContext context)
    {
        using var copy = new MemoryStream();
        await input.CopyToAsync(copy).ConfigureAwait(false);
        var payload = copy.ToArray();
        var records = RecordBatch.Read(payload);
        if (records.Source is not (SourceKind.Kinesis or SourceKind.DynamoDb))
        {
            throw new InvalidOperationException($"The event is of the kind {records.Source}; windows of keys need the order of a Kinesis or DynamoDB stream.");
        }

        using var deadline = new CancellationTokenSource(WorkTime(context), handling.Time);
        var shard = options.ClosesByShard && records.Source == SourceKind.Kinesis ? ShardId.Of(payload) : null;
        var batch = new KeyedWindowBatch<TIn, TState, TOut>(_engine, shard);
        var outcome = await batch.HandleBatchAsync(records, context).ConfigureAwait(false);
        if (shard is not null && batch.WatermarkBefore(outcome.Failures.Select(failure => failure.Id)) is { } watermark)
        {
            await AdvanceShardAsync(batch.Source!, shard, watermark, context.Logger, deadline.Token).ConfigureAwait(false);
        }

        if (!handling.ReportBatchItemFailures)
        {
            outcome.ThrowIfFailed();
        }

        return outcome.ToReply();
    }

    public async Task<Stream> SweepAsync(ILambdaContext context)
    {
        using var deadline = new CancellationTokenSource(WorkTime(context), handling.Time);
        var closed = await SweepAsync(context.Logger, deadline.Token).ConfigureAwait(false);
        return new MemoryStream(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"closed":{{closed}}}""")));
    }

    public async Task<int> SweepAsync(ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        var now = _engine.Now;
        var due = new DueKeys<TIn, TState, TOut>(_engine, logger, fold => fold.AdvanceByClockAsync(now));
        try
        {
            foreach (var partition in _engine.Layout.ByClock)
            {
                await due.RunAsync(partition, now, byWatermark: null, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What is due stays so, and the next sweep goes on.
        }

        return due.Failures.Count == 0 ? due.Closed : throw new WindowSweepException(due.Failures);
    }

    /// <summary>
    /// Ends the windows of other keys of the shard that its records bring to their end. What fails stays due, for the next invocation and for
    /// the sweep: the records of this one are in the state, and need not come again.
    /// </summary>
    private async Task AdvanceShardAsync(string source, string shard, DateTimeOffset latest, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        var believed = _engine.BelievedUntil;
        var watermark = latest < believed ? latest : believed;
        try
        {
            var update = ShardWatermark.To(_engine.Layout.ShardOf(source, shard), watermark, _engine.ForgottenAt);
            var result = await options.Table.WriteAsync(update, cancellationToken).ConfigureAwait(false);
            var reached = ShardWatermark.Of(result.Item);
            var partition = _engine.Layout.ByWatermarkOf(source, shard);
            var due = new DueKeys<TIn, TState, TOut>(_engine, logger, fold => fold.AdvanceAsync(reached));
            await due.RunAsync(partition, reached, partition, cancellationToken).ConfigureAwait(false);
            foreach (var (key, exception) in due.Failures)
            {
                WindowLog.NotClosed(logger, name, key, exception);
            }
        }
        catch (Exception exception)
        {
            WindowLog.NotAdvanced(logger, name, shard, exception);
        }
    }

    private TimeSpan WorkTime(ILambdaContext context)
    {
        var time = context.RemainingTime - TimeSpan.FromTicks(Math.Min(handling.DeadlineReserve.Ticks, context.RemainingTime.Ticks / 5) / 4);
        return time > TimeSpan.Zero ? time : TimeSpan.Zero;
    }
}
