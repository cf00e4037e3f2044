using System.Security.Cryptography;
using Amazon.Lambda.Core;
using Patterns.Sources.Internal;
using Patterns.Telemetry;

namespace Patterns.Records.Internal;

/// <summary>Takes an invocation from the event to the reply. Serves many invocations at the same time.</summary>
internal sealed class BatchProcessor<TMessage>
{
    private readonly RecordDecoder<TMessage> _decoder;
    private readonly RecordStep<TMessage> _step;
    private readonly TableReading _table;
    private readonly bool _needsDigest;

    public BatchProcessor(RecordDecoder<TMessage> decoder, RecordPipeline<TMessage> pipeline, RecordStep<TMessage> handler, RecordHandlerOptions options, IBatchCommitter? committer = null)
    {
        Options = options;
        Committer = committer;
        _step = pipeline.Build(handler);
        Behaviours = [.. pipeline.BatchBehaviours];
        _needsDigest = Array.Exists(Behaviours, behaviour => behaviour.NeedsDigest);
        Failures = options.FailureDestination is { } destination ? new FailureRoute(destination, options.Time) : null;
        _decoder = decoder;
        _table = new TableReading(options.PartitionKeyName, IsTableChange);
    }

    public RecordHandlerOptions Options { get; }

    public FailureRoute? Failures { get; }

    /// <summary>The handler itself, when it commits the work of all records together; else null.</summary>
    public IBatchCommitter? Committer { get; }

    /// <summary>The behaviours that take part per batch; most pipelines have none.</summary>
    public IBatchBehaviour<TMessage>[] Behaviours { get; }

    private static bool IsTableChange =>
        typeof(TMessage).IsGenericType && typeof(TMessage).GetGenericTypeDefinition() == typeof(TableChange<>);

    public TMessage Decode(RecordContext context, RecordBuffer buffer) =>
        _decoder(context.ReadMessage(buffer, Options.UnwrapEnvelopes), context);

    public void Decode(PreparedRecord<TMessage> record, RecordBuffer buffer)
    {
        var body = record.Context.ReadMessage(buffer, Options.UnwrapEnvelopes);
        record.Message = _decoder(body, record.Context);
        record.Digest = _needsDigest ? SHA256.HashData(body) : null;
    }

    public ValueTask HandleAsync(TMessage message, RecordContext context) =>
        RecordTracing.IsOn ? HandleTracedAsync(message, context) : _step(message, context);

    public async Task<Stream> RunAsync(Stream input, ILambdaContext context)
    {
        var payload = await EventBuffer.ReadAsync(input, CancellationToken.None).ConfigureAwait(false);
        var batch = EventReader.Read(payload);
        batch.Table = _table;
        using var run = new BatchRun<TMessage>(this, batch, context);
        try
        {
            await run.RunAsync().ConfigureAwait(false);
            return Reply(batch, run.CollectFailures());
        }
        finally
        {
            batch.Release();
        }
    }

    public async Task<BatchOutcome> RunAsync(RecordBatch batch, ILambdaContext context)
    {
        if (batch is JsonRecordBatch read)
        {
            read.Table = _table;
        }

        using var run = new BatchRun<TMessage>(this, batch, context);
        await run.RunAsync().ConfigureAwait(false);
        return run.CollectFailures() ?? new BatchOutcome(batch.Source, batch.Count, []);
    }

    private async ValueTask HandleTracedAsync(TMessage message, RecordContext context)
    {
        using var activity = RecordTracing.Start(context);
        try
        {
            await _step(message, context).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            RecordTracing.Fail(activity, exception);
            throw;
        }
    }

    private MemoryStream Reply(JsonRecordBatch batch, BatchOutcome? outcome)
    {
        if (outcome is null)
        {
            return SourceRules.TakesPartialReply(batch.Source) ? PartialReply.Empty() : PartialReply.Nothing();
        }

        if (!SourceRules.TakesPartialReply(batch.Source) || !Options.ReportBatchItemFailures)
        {
            outcome.ThrowIfFailed();
        }

        return PartialReply.Of(outcome.ReportedIds);
    }
}
