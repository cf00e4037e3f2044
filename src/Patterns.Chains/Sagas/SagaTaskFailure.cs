using System.Text.Json.Serialization;

namespace Patterns.Sagas;

/// <summary>An error as a state machine catches it.</summary>
/// <param name="Error">Its name.</param>
/// <param name="Cause">What a function said of it, as text; most often JSON.</param>
public sealed record SagaTaskFailure(
    [property: JsonPropertyName("Error")] string? Error,
    [property: JsonPropertyName("Cause")] string? Cause);
