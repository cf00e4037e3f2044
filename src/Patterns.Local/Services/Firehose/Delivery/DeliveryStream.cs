using System.Globalization;
using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Services.Firehose.Settings;
using Patterns.Local.Services.Firehose.Source;
using Patterns.Local.Services.Firehose.Transformation;
using Patterns.Local.Services.Kinesis.Storage;
using Patterns.Local.Services.Objects;

namespace Patterns.Local.Services.Firehose.Delivery;

/// <summary>A delivery stream: takes records, has them transformed in batches, one after the other, and writes them into objects.</summary>
internal sealed class DeliveryStream
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly IFunctionConsole _console;
    private readonly RecordTransformer? _transformer;
    private readonly TimedBuffer<FirehoseRecord>? _incoming;
    private readonly ObjectWriter _writer;
    private Task _transforming = Task.CompletedTask;
    private StreamSource? _source;
    private bool _readsNoLonger;
    private long _waitingBytes;
    private long _lastId;

    public DeliveryStream(DeliverySettings settings, AwsEnvironment aws, IFunctionInvoker invoker, IObjectSink objects, IFunctionConsole console)
    {
        Settings = settings;
        Arn = aws.Arn("firehose", $"deliverystream/{settings.Name}");
        CreatedAt = aws.Time.GetUtcNow();
        _time = aws.Time;
        _console = console;
        _writer = new ObjectWriter(settings, objects, aws.Time, SayFailure);
        if (settings.Transform is { } transform)
        {
            var names = new DeliveryNames(Arn, aws.Region, settings.Source?.StreamArn);
            _transformer = new RecordTransformer(transform, names, $"firehose {settings.Name}", invoker, aws.Time);
            _incoming = new TimedBuffer<FirehoseRecord>((long)(transform.BufferMegabytes * FirehoseLimits.Megabyte), transform.BufferInterval, aws.Time, Enqueue, SayFailure, FirehoseLimits.EventBytes);
        }
    }

    public DeliverySettings Settings { get; }

    public string Arn { get; }

    public DateTimeOffset CreatedAt { get; }

    public DeliveryCounts Counts { get; } = new();

    /// <summary>Whether so much waits for the function that a source must wait too.</summary>
    public bool IsFull => Interlocked.Read(ref _waitingBytes) >= FirehoseLimits.WaitingBytes;

    /// <summary>Ends when no batch is with the function.</summary>
    public Task Transforming
    {
        get
        {
            lock (_lock)
            {
                return _transforming;
            }
        }
    }

    /// <summary>Reads the Kinesis stream from now on, unless <see cref="StopReading"/> was faster.</summary>
    public void ReadFrom(KinesisStream stream)
    {
        lock (_lock)
        {
            _source = _readsNoLonger ? null : new StreamSource(stream, this, _time, _console);
        }
    }

    /// <summary>Reads the source for a last time.</summary>
    /// <returns>How many of its records are left there.</returns>
    public long StopReading()
    {
        StreamSource? source;
        lock (_lock)
        {
            _readsNoLonger = true;
            source = _source;
        }

        return source?.Stop() ?? 0;
    }

    public void Add(ReadOnlyMemory<byte> data, SourcePosition? source = null)
    {
        var record = new FirehoseRecord(source is null ? NextId() : IdOf(source), data, source?.ArrivedAt ?? _time.GetUtcNow()) { Source = source };
        Counts.AddTaken(1);
        if (_incoming is { } incoming)
        {
            incoming.Add(record, record.Data.Length, TransformEvent.SizeOf(record));
        }
        else
        {
            Deliver(new ObjectPart(record.Data, record.ArrivedAt), partitionKeys: null);
        }
    }

    /// <summary>Has everything transformed and written that is still in a buffer.</summary>
    public async Task FlushAsync()
    {
        _incoming?.Flush();
        await Transforming.ConfigureAwait(false);
        _writer.Flush();
    }

    // As long as those of the service, and as there in order of arrival.
    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"49{Interlocked.Increment(ref _lastId):D54}000000");

    // The number in the shard, and behind it that inside of an aggregated record.
    private static string IdOf(SourcePosition source) => $"{source.SequenceNumber}000000";

    private void Enqueue(IReadOnlyList<FirehoseRecord> batch)
    {
        Interlocked.Add(ref _waitingBytes, BytesOf(batch));
        lock (_lock)
        {
            _transforming = TransformAfterAsync(_transforming, batch);
        }
    }

    private async Task TransformAfterAsync(Task earlier, IReadOnlyList<FirehoseRecord> batch)
    {
        // Who puts a record does not wait for the function.
        await Task.Yield();
        await earlier.ConfigureAwait(false);
        try
        {
            Settle(batch, await _transformer!.RunAsync(batch).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            _console.Notice($"The delivery stream {Settings.Name} lost a batch of {batch.Count} records inside the runner: {exception}");
        }
        finally
        {
            Interlocked.Add(ref _waitingBytes, -BytesOf(batch));
        }
    }

    private void SayFailure(Exception failure) =>
        _console.Notice($"The delivery stream {Settings.Name} could not write an object, and keeps its records for the next attempt: {failure.Message}");

    private static long BytesOf(IReadOnlyList<FirehoseRecord> batch) => batch.Sum(record => (long)record.Data.Length);

    private void Settle(IReadOnlyList<FirehoseRecord> batch, TransformOutcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            _console.Notice($"The delivery stream {Settings.Name} gave up {batch.Count} records after {outcome.Attempts} attempts ({failure.Code}); they are under its error prefix.");
        }

        foreach (var record in batch)
        {
            Settle(record, Verdict(record, outcome), outcome.Attempts);
        }
    }

    private RecordVerdict Verdict(FirehoseRecord record, TransformOutcome outcome)
    {
        var verdict = outcome.Reply?.VerdictOn(record.Id) ?? RecordVerdict.Failed(outcome.Failure!);
        return verdict.Data is null || HasKeys(verdict.PartitionKeys) ? verdict : RecordVerdict.Failed(TransformFailure.PartitionKeysMissing);
    }

    private bool HasKeys(IReadOnlyDictionary<string, string>? keys) =>
        Settings.Prefix.PartitionKeys.All(key => keys?.GetValueOrDefault(key) is { Length: > 0 });

    private void Settle(FirehoseRecord record, RecordVerdict verdict, int attempts)
    {
        if (verdict.Failure is { } failure)
        {
            Counts.AddFailed();
            var line = FailedRecord.Line(record, failure, attempts, _time.GetUtcNow(), Settings.Transform!.FunctionArn);
            _writer.AddFailed(new ObjectPart(line, record.ArrivedAt));
        }
        else if (verdict.Data is { } data)
        {
            Deliver(new ObjectPart(data, record.ArrivedAt), verdict.PartitionKeys);
        }
        else
        {
            Counts.AddDropped();
        }
    }

    private void Deliver(ObjectPart part, IReadOnlyDictionary<string, string>? partitionKeys)
    {
        Counts.AddDelivered();
        _writer.Add(part, partitionKeys);
    }
}
