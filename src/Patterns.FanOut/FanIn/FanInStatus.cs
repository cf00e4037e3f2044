namespace Patterns.FanIn;

/// <summary>An aggregate as it stands.</summary>
/// <param name="CorrelationId">Which one.</param>
/// <param name="State">How far it is.</param>
/// <param name="PartCount">How many parts it has.</param>
/// <param name="Expected">How many it waits for; null when nobody said so far.</param>
/// <param name="OpenedAt">When it began.</param>
/// <param name="Deadline">When it ends at the latest.</param>
/// <param name="Outcome">Why it ended; null while it is open.</param>
public sealed record FanInStatus(
    string CorrelationId,
    FanInState State,
    int PartCount,
    int? Expected,
    DateTimeOffset OpenedAt,
    DateTimeOffset Deadline,
    FanInOutcome? Outcome);
