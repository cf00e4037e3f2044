using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Patterns.Sources.Internal;

/// <summary>Reads the times of the sources: milliseconds (SQS), seconds with a fraction (streams), ISO 8601 (the rest).</summary>
internal static class SourceTime
{
    private const long LatestUnixMilliseconds = 253_402_300_799_999;

    public static DateTimeOffset? Parse(ReadOnlySpan<byte> text, SourceKind source)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        return source switch
        {
            SourceKind.Sqs or SourceKind.SqsFifo => Milliseconds(text),
            SourceKind.Kinesis or SourceKind.DynamoDb => Seconds(text),
            _ => Iso(text),
        };
    }

    private static DateTimeOffset? Milliseconds(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long value, out var used) && used == text.Length && value is >= 0 and <= LatestUnixMilliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds(value)
            : null;

    private static DateTimeOffset? Seconds(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out decimal value, out var used) && used == text.Length && value is >= 0 and <= LatestUnixMilliseconds / 1000
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(value * 1000))
            : null;

    private static DateTimeOffset? Iso(ReadOnlySpan<byte> text) =>
        DateTimeOffset.TryParse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? value
            : null;
}
