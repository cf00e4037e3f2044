using System.Text.Json.Serialization;
using Amazon.Lambda.KinesisEvents;

namespace Patterns.Benchmarks;

public sealed record LogLine(string Client, string Time, string Method, string Path, int Status, long Bytes, string Referrer, string Agent);

public sealed record PageView(string Client, string Page, int Status, bool IsMobile)
{
    /// <summary>The view that the line tells of; null for one that is left out.</summary>
    public static PageView? Of(LogLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var query = line.Path.IndexOf('?', StringComparison.Ordinal);
        return line.Agent.Contains("bot", StringComparison.OrdinalIgnoreCase)
            ? null
            : new PageView(line.Client, query < 0 ? line.Path : line.Path[..query], line.Status, line.Agent.Contains("Mobile", StringComparison.Ordinal));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LogLine))]
[JsonSerializable(typeof(PageView))]
internal sealed partial class LogJson : JsonSerializerContext;

[JsonSerializable(typeof(KinesisEvent))]
[JsonSerializable(typeof(StreamsEventResponse))]
internal sealed partial class LambdaStreamJson : JsonSerializerContext;
