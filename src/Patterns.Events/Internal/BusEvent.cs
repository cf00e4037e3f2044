using System.Runtime.InteropServices;
using System.Text.Json;
using Amazon.Lambda.CloudWatchEvents;

namespace Patterns.TypedEvents.Internal;

internal sealed class BusEvent(CloudWatchEvent<JsonElement> busEvent) : RecordBatch
{
    public override SourceKind Source => busEvent is { DetailType: "Scheduled Event", Source: "aws.events" or "aws.scheduler" }
        ? SourceKind.Schedule
        : SourceKind.EventBridge;

    public override int Count => 1;

    protected override string GetId(int index) => busEvent.Id ?? "";

    /// <summary>The detail; of a tick, whose detail is empty, the whole event.</summary>
    protected override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer)
    {
        if (Source == SourceKind.EventBridge)
        {
            return JsonMarshal.GetRawUtf8Value(busEvent.Detail);
        }

        buffer.Clear();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer);
        }

        return buffer.Written;
    }

    protected override string GetSourceArn(int index) => Source == SourceKind.Schedule ? busEvent.Resources?.FirstOrDefault() ?? "" : "";

    protected override DateTimeOffset? GetTime(int index) => new DateTimeOffset(busEvent.Time.ToUniversalTime());

    protected override string? GetEventName(int index) => busEvent.DetailType;

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("version"u8, busEvent.Version);
        writer.WriteString("id"u8, busEvent.Id);
        writer.WriteString("detail-type"u8, busEvent.DetailType);
        writer.WriteString("source"u8, busEvent.Source);
        writer.WriteString("account"u8, busEvent.Account);
        writer.WriteString("time"u8, busEvent.Time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ"));
        writer.WriteString("region"u8, busEvent.Region);
        writer.WriteStartArray("resources"u8);
        busEvent.Resources?.ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
        writer.WritePropertyName("detail"u8);
        busEvent.Detail.WriteTo(writer);
        writer.WriteEndObject();
    }
}
