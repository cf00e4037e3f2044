using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>What is written about one claim in the end: its completion with all that was enlisted, or its release.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Completes">Whether the claim is completed, not released.</param>
/// <param name="Writes">The claim's own write, then what was enlisted.</param>
internal sealed record FinalUnit(Claim Claim, bool Completes, IReadOnlyList<TableWrite> Writes);
