using System.Collections.Concurrent;
using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Services.Firehose.Delivery;
using Patterns.Local.Services.Firehose.Settings;
using Patterns.Local.Services.Firehose.Source;
using Patterns.Local.Services.Kinesis;
using Patterns.Local.Services.Objects;

namespace Patterns.Local.Services.Firehose;

/// <summary>The delivery streams of an account.</summary>
internal sealed class FirehoseService(AwsEnvironment aws, IFunctionInvoker invoker, IObjectSink objects, KinesisService kinesis, IFunctionConsole console) : IAsyncDisposable
{
    // A function may hang until its timeout, and people wait for the runner to stop.
    private static readonly TimeSpan s_flushPatience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, DeliveryStream> _streams = new(StringComparer.Ordinal);
    private readonly SourceLookup _sources = new(aws, kinesis);
    private volatile bool _isStopping;

    public AwsEnvironment Aws => aws;

    public IEnumerable<DeliveryStream> All => _streams.Values.OrderBy(stream => stream.Settings.Name, StringComparer.Ordinal);

    /// <summary>Creates a delivery stream, which is active at once. One with a source reads it from this moment on.</summary>
    /// <exception cref="AwsException">There is one of this name, its source cannot be read, or the runner stops.</exception>
    public DeliveryStream Create(DeliverySettings settings)
    {
        if (_isStopping)
        {
            throw FirehoseErrors.Unavailable();
        }

        var source = settings.Source is { } configured ? _sources.Find(configured) : null;
        var stream = new DeliveryStream(settings, aws, invoker, objects, console);
        if (!_streams.TryAdd(settings.Name, stream))
        {
            throw FirehoseErrors.Exists(settings.Name, aws.AccountId);
        }

        // The end sets this before it looks for streams: whichever came first, the stream is flushed there or refused here.
        if (_isStopping && _streams.TryRemove(settings.Name, out _))
        {
            throw FirehoseErrors.Unavailable();
        }

        if (source is not null)
        {
            stream.ReadFrom(source);
        }

        return stream;
    }

    /// <exception cref="AwsException">There is none of this name.</exception>
    public DeliveryStream Find(string name) => _streams.TryGetValue(name, out var stream) ? stream : throw FirehoseErrors.NotFound(name, aws.AccountId);

    /// <exception cref="AwsException">There is none of this name, it reads a Kinesis stream, or the runner stops.</exception>
    public DeliveryStream FindForPut(string name)
    {
        var stream = Find(name);
        if (stream.Settings.Source is not null)
        {
            throw FirehoseErrors.NoDirectPut();
        }

        return _isStopping ? throw FirehoseErrors.Unavailable() : stream;
    }

    /// <summary>Removes the stream, which reads its source no longer; what is in its buffers is delivered.</summary>
    /// <exception cref="AwsException">There is none of this name.</exception>
    public void Delete(string name)
    {
        if (!_streams.TryRemove(name, out var stream))
        {
            throw FirehoseErrors.NotFound(name, aws.AccountId);
        }

        stream.StopReading();
        _ = stream.FlushAsync();
    }

    /// <summary>Reads sources for a last time, delivers what is in the buffers, and says so. Call it while functions still run.</summary>
    public async ValueTask DisposeAsync()
    {
        _isStopping = true;
        await Task.WhenAll(All.Select(FlushAsync)).ConfigureAwait(false);
    }

    private async Task FlushAsync(DeliveryStream stream)
    {
        var left = stream.StopReading();
        if (left > 0)
        {
            var reason = stream.IsFull ? "its function has too many others" : "more came than could be read in time";
            console.NoticeAtEnd($"The delivery stream {stream.Settings.Name} leaves {left} records of its source unread, since {reason}.");
        }

        if (stream.Counts.Taken == 0)
        {
            return;
        }

        try
        {
            await stream.FlushAsync().WaitAsync(s_flushPatience, aws.Time).ConfigureAwait(false);
            console.NoticeAtEnd($"The delivery stream {stream.Settings.Name} is flushed: {stream.Counts}.");
        }
        catch (TimeoutException)
        {
            console.NoticeAtEnd($"The delivery stream {stream.Settings.Name} stops with records whose function has not answered: {stream.Counts}.");
        }
    }
}
