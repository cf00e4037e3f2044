using System.Runtime.InteropServices;
using System.Text.Json;
using Amazon.Lambda.CloudWatchEvents;

namespace Patterns.TypedEvents.Internal;

internal sealed class BusEvent(CloudWatchEvent<JsonElement> busEvent) : RecordBatch
{
    public override SourceKind Source => SourceKind.EventBridge;

    public override int Count => 1;

    protected override string GetId(int index) => busEvent.Id ?? "";

    protected override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer) => JsonMarshal.GetRawUtf8Value(busEvent.Detail);

    protected override DateTimeOffset? GetTime(int index) => new DateTimeOffset(busEvent.Time.ToUniversalTime());

    protected override string? GetEventName(int index) => busEvent.DetailType;
}
