using System.Globalization;
using System.IO.Compression;
using Patterns.Local.Services.Firehose.Settings;
using Patterns.Local.Services.Objects;

namespace Patterns.Local.Services.Firehose.Delivery;

/// <summary>Collects records into objects, one buffer for each set of partition keys and one for failures, and writes them.</summary>
/// <param name="settings">What the delivery stream is set to.</param>
/// <param name="objects">Takes the objects. What it refuses stays in its buffer, and is written again after the interval.</param>
/// <param name="time">The clock.</param>
/// <param name="failed">Told why an object was refused.</param>
internal sealed class ObjectWriter(DeliverySettings settings, IObjectSink objects, TimeProvider time, Action<Exception> failed)
{
    private const string FailedKey = "\0failed";

    private static readonly Dictionary<string, string> s_noKeys = [];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, TimedBuffer<ObjectPart>> _buffers = new(StringComparer.Ordinal);

    /// <summary>How many objects were written.</summary>
    public int Objects { get; private set; }

    public void Add(ObjectPart part, IReadOnlyDictionary<string, string>? partitionKeys)
    {
        var keys = partitionKeys ?? s_noKeys;
        var name = string.Join('\0', settings.Prefix.PartitionKeys.Select(key => keys[key]));
        BufferFor(name, settings.Prefix, keys).Add(part, part.Data.Length);
    }

    /// <summary>Adds the line of a record that failed.</summary>
    public void AddFailed(ObjectPart line) => BufferFor(FailedKey, settings.ErrorPrefix, s_noKeys).Add(line, line.Data.Length);

    public void Flush()
    {
        TimedBuffer<ObjectPart>[] buffers;
        lock (_lock)
        {
            buffers = [.. _buffers.Values];
        }

        foreach (var buffer in buffers)
        {
            buffer.Flush();
        }
    }

    private TimedBuffer<ObjectPart> BufferFor(string name, ObjectPrefix prefix, IReadOnlyDictionary<string, string> keys)
    {
        lock (_lock)
        {
            if (!_buffers.TryGetValue(name, out var buffer))
            {
                var bytes = (long)settings.BufferMegabytes * FirehoseLimits.Megabyte;
                buffer = new TimedBuffer<ObjectPart>(bytes, settings.BufferInterval, time, parts => Write(parts, prefix, keys), failed);
                _buffers.Add(name, buffer);
            }

            return buffer;
        }
    }

    private void Write(IReadOnlyList<ObjectPart> parts, ObjectPrefix prefix, IReadOnlyDictionary<string, string> keys)
    {
        var oldest = parts.Min(part => part.ArrivedAt);
        var written = time.GetUtcNow().ToString("yyyy-MM-dd-HH-mm-ss", CultureInfo.InvariantCulture);
        var key = $"{prefix.Evaluate(oldest, keys)}{settings.Name}-1-{written}-{RandomId.New()}{settings.Extension}";
        objects.Put(settings.Bucket, key, Content(parts));
        lock (_lock)
        {
            Objects++;
        }
    }

    private byte[] Content(IReadOnlyList<ObjectPart> parts)
    {
        using var content = new MemoryStream();
        if (settings.IsGzip)
        {
            using var compressed = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true);
            WriteParts(parts, compressed);
        }
        else
        {
            WriteParts(parts, content);
        }

        return content.ToArray();
    }

    private static void WriteParts(IReadOnlyList<ObjectPart> parts, Stream output)
    {
        foreach (var part in parts)
        {
            output.Write(part.Data.Span);
        }
    }
}
