namespace TwoWayChain.Demo;

/// <summary>A trip, and how it may end.</summary>
/// <param name="Kind">What is special about it.</param>
/// <param name="Order">What is ordered.</param>
/// <param name="Answers">The answers that the traveller may get; where several are possible, time decides.</param>
internal sealed record PlannedTrip(string Kind, TripOrder Order, params string[] Answers);
