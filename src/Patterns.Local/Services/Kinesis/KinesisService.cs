using System.Collections.Concurrent;
using Patterns.Local.Services.Kinesis.Storage;

namespace Patterns.Local.Services.Kinesis;

/// <summary>The streams of one account in one region. Knows no HTTP; safe for use by many threads.</summary>
internal sealed class KinesisService(AwsEnvironment aws)
{
    private readonly ConcurrentDictionary<string, KinesisStream> _streams = new(StringComparer.Ordinal);

    public AwsEnvironment Aws => aws;

    /// <summary>Whether a shard takes 1 MB and 1,000 records a second at most, as on AWS. Default false.</summary>
    public bool LimitsShards { get; init; }

    /// <summary>Creates a stream, which is active at once.</summary>
    /// <exception cref="AwsException">There is a stream of that name, or the settings are not allowed.</exception>
    public KinesisStream Create(StreamSettings settings)
    {
        settings.Check();
        var stream = new KinesisStream(settings, aws, LimitsShards);
        return _streams.TryAdd(settings.Name, stream) ? stream : throw KinesisErrors.StreamExists(settings.Name, aws.AccountId);
    }

    /// <summary>Deletes the stream with its records; its readers end.</summary>
    public void Delete(KinesisStream stream)
    {
        if (_streams.TryRemove(KeyValuePair.Create(stream.Name, stream)))
        {
            stream.Log.Delete();
        }
    }

    /// <exception cref="AwsException">There is no such stream.</exception>
    public KinesisStream Find(string name) => _streams.GetValueOrDefault(name) ?? throw KinesisErrors.StreamNotFound(name, aws.AccountId);

    /// <summary>Null when the ARN names no stream of this account and region.</summary>
    public KinesisStream? FindByArn(string arn)
    {
        var slash = arn.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && _streams.TryGetValue(arn[(slash + 1)..], out var stream) && stream.Arn == arn ? stream : null;
    }

    /// <summary>All streams by name.</summary>
    public IReadOnlyList<KinesisStream> List() => [.. _streams.Values.OrderBy(stream => stream.Name, StringComparer.Ordinal)];
}
