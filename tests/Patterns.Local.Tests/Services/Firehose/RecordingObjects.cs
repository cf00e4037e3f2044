using System.Collections.Concurrent;
using System.Text;
using Patterns.Local.Services.Objects;

namespace Patterns.Local.Tests.Services.Firehose;

internal sealed class RecordingObjects : IObjectSink
{
    private readonly ConcurrentQueue<(string Bucket, string Key, byte[] Content)> _objects = new();

    public IReadOnlyList<(string Bucket, string Key, byte[] Content)> All => [.. _objects];

    public IReadOnlyList<string> Texts => [.. _objects.Select(item => Encoding.UTF8.GetString(item.Content))];

    /// <summary>Why nothing can be written; null when it can.</summary>
    public Exception? Refusal { get; set; }

    public void Put(string bucket, string key, ReadOnlySpan<byte> content)
    {
        if (Refusal is not null)
        {
            throw Refusal;
        }

        _objects.Enqueue((bucket, key, content.ToArray()));
    }

    public string TextUnder(string prefix) => string.Concat(_objects.Where(item => item.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(item => Encoding.UTF8.GetString(item.Content)));
}
