using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads ISO 8601 text and epoch numbers; writes ISO 8601 text.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    // No event is from later than the year 5000: a greater number counts milliseconds, as Kinesis sends it.
    private const long LatestPlausibleSeconds = 157_753_180_800;

    /// <inheritdoc/>
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out var date))
        {
            return date;
        }

        return reader.TokenType == JsonTokenType.Number
            ? FromEpoch(ref reader)
            : throw new JsonSerializerException($"A {reader.TokenType} in JSON is no date and time.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    private static DateTime FromEpoch(ref Utf8JsonReader reader)
    {
        if (!reader.TryGetInt64(out var number))
        {
            return DateTime.UnixEpoch.AddSeconds(reader.GetDouble());
        }

        return number > LatestPlausibleSeconds
            ? DateTime.UnixEpoch.AddMilliseconds(number)
            : DateTime.UnixEpoch.AddSeconds(number);
    }
}
