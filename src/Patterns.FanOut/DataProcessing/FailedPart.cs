namespace Patterns.DataProcessing;

/// <summary>A part without a result.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why.</param>
public sealed record FailedPart(int Number, PartOutcome Outcome, string Reason);
