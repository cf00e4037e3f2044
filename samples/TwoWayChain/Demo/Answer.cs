namespace TwoWayChain.Demo;

/// <summary>What a traveller was told.</summary>
/// <param name="Outcome"><c>Succeeded</c>, what became of it instead, or nothing when no answer came in time.</param>
/// <param name="Body">The words, to compare with those of the next time.</param>
internal sealed record Answer(string Outcome, string Body);
