using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>What a write did.</summary>
/// <param name="Before">The item before; null for none.</param>
/// <param name="After">The item after; null for none.</param>
/// <param name="Units">What it cost.</param>
internal sealed record WriteOutcome(Item? Before, Item? After, WriteUnits Units);
