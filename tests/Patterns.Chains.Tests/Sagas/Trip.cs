using System.Text.Json.Serialization;

namespace Patterns.Chains.Tests.Sagas;

/// <summary>What is known of a trip: who wants it, and what was booked.</summary>
public sealed record Trip(string Customer)
{
    public IReadOnlyList<string> Booked { get; init; } = [];

    public IReadOnlyList<string> Cancelled { get; init; } = [];
}

[JsonSerializable(typeof(Trip))]
internal sealed partial class TripJson : JsonSerializerContext;
