using System.Text.Json;
using System.Text.Json.Serialization;

namespace Patterns.Sagas.Internal;

/// <summary>What is remembered of a step of a state machine: the state that it came to, or that it was withdrawn.</summary>
/// <param name="State">Null when it was withdrawn.</param>
internal sealed record StepRecord(JsonElement? State)
{
    public static readonly StepRecord Withdrawn = new(State: null);

    public static StepRecord Of(string state) => new(JsonElement.Parse(state));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StepRecord))]
internal sealed partial class StepRecordJson : JsonSerializerContext;
