using System.Text.Json;
using System.Text.Json.Serialization;

namespace Patterns.FanOut.Internal;

/// <summary>As much of a table's stream event as the relay needs.</summary>
internal sealed record TableStreamEvent(TableStreamRecord[]? Records);

internal sealed record TableStreamRecord(
    [property: JsonPropertyName("eventSource")] string? EventSource,
    [property: JsonPropertyName("eventName")] string? EventName,
    [property: JsonPropertyName("eventSourceARN")] string? EventSourceArn,
    [property: JsonPropertyName("dynamodb")] TableStreamChange? Change);

internal sealed record TableStreamChange(string? SequenceNumber, TableStreamImage? NewImage);

internal sealed record TableStreamImage(
    [property: JsonPropertyName(RowNames.State)] TableStreamText? State,
    [property: JsonPropertyName(RowNames.Aggregate)] TableStreamText? Aggregate);

/// <summary>An attribute's text; null in an attribute of another kind.</summary>
internal sealed record TableStreamText(string? S);

[JsonSourceGenerationOptions(MaxDepth = 256)]
[JsonSerializable(typeof(TableStreamEvent))]
internal sealed partial class TableStreamJson : JsonSerializerContext;
