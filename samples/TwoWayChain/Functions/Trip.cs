namespace TwoWayChain.Functions;

/// <summary>What is known of a trip: what was asked for, and what the steps have found out.</summary>
public sealed record Trip(TripOrder Order)
{
    public string? Flight { get; init; }

    public string? Hotel { get; init; }

    public string? Car { get; init; }

    public decimal Charged { get; init; }

    public string? Tickets { get; init; }
}
