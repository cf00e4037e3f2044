namespace TwoWayChain.Functions;

/// <summary>How the booking of a trip stands, for those who run the agency; the traveller asks for the answer.</summary>
public sealed record BookingState(string Phase, string? Outcome, string? Answer, string? Step, string? Error);
