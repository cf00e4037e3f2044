using Patterns.Tables;

namespace Patterns.Sagas.Internal;

/// <summary>What came of one attempt at a step.</summary>
/// <param name="State">What is known afterwards; null when it failed.</param>
/// <param name="Writes">What it enlisted.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
internal sealed record StepTrial(string? State, IReadOnlyList<TableWrite> Writes, Exception? Failure);
