using Amazon.Lambda.Core;

namespace Patterns.Firehose.Internal;

/// <summary>Runs the batch of one invocation: reads it, transforms its records in parallel, and replies.</summary>
internal sealed class TransformRun<TIn, TOut>(
    FirehoseDecoder<TIn> decoder,
    FirehoseEncoder<TOut> encoder,
    Func<TIn, FirehoseRecordContext, ValueTask<FirehoseResult<TOut>>> transform,
    FirehoseTransformOptions options)
{
    private readonly RecordTransform<TIn, TOut> _transform = new(decoder, encoder, transform, options);

    public async Task<Stream> RunAsync(Stream input, ILambdaContext context)
    {
        // Disposed by nobody while records that were given up may still look at its token.
        var deadline = new TransformDeadline(context.RemainingTime, options.DeadlineReserve, options.Time);
        var source = FirehoseEventReader.Read(await ReadAsync(input).ConfigureAwait(false));
        var board = new OutcomeBoard(source.Records.Count);
        await WorkAsync(source, board, context, deadline).ConfigureAwait(false);
        var outcomes = board.Close(RecordTransform<TIn, TOut>.TimeIsUp);
        ThrowToRetry(source, outcomes);
        var reply = FirehoseReply.Write(source, outcomes, options.MaxReplyBytes);
        FirehoseReport.Write(source, outcomes, context.Logger);
        return reply;
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(Stream input)
    {
        if (input is MemoryStream memory && memory.TryGetBuffer(out var segment))
        {
            return segment.AsMemory((int)memory.Position);
        }

        using var copy = new MemoryStream();
        await input.CopyToAsync(copy).ConfigureAwait(false);
        return copy.GetBuffer().AsMemory(0, (int)copy.Length);
    }

    private async Task WorkAsync(FirehoseEvent source, OutcomeBoard board, ILambdaContext context, TransformDeadline deadline)
    {
        var next = -1;
        var workers = new Task[Math.Min(options.MaxParallelism, source.Records.Count)];
        for (var worker = 0; worker < workers.Length; worker++)
        {
            workers[worker] = LoopAsync();
        }

        var all = Task.WhenAll(workers);
        if (all.IsCompleted)
        {
            deadline.Dispose();
            return;
        }

        using var done = new CancellationTokenSource();
        var left = deadline.UntilGivingUp - options.Time.GetElapsedTime(deadline.Start);
        var givingUp = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, options.Time, done.Token);
        await Task.WhenAny(all, givingUp).ConfigureAwait(false);
        await done.CancelAsync().ConfigureAwait(false);

        async Task LoopAsync()
        {
            while (deadline.CanStart && Interlocked.Increment(ref next) is var index && index < source.Records.Count)
            {
                board.Set(index, await _transform.RunAsync(source, index, context, deadline.Token).ConfigureAwait(false));
            }
        }
    }

    private void ThrowToRetry(FirehoseEvent source, RecordOutcome[] outcomes)
    {
        var retryable = new List<string>();
        Exception? first = null;
        for (var index = 0; index < outcomes.Length; index++)
        {
            if (outcomes[index].Exception is { } exception && options.RetriesBatch(exception))
            {
                first ??= exception;
                retryable.Add(source.RecordId(index));
            }
        }

        if (first is not null)
        {
            throw new FirehoseBatchException(retryable, outcomes.Length, first);
        }
    }
}
