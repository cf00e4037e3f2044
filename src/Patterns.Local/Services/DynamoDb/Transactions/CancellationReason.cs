using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Transactions;

/// <summary>Why one action of a transaction was refused, or that it was not.</summary>
internal sealed record CancellationReason(string Code, string? Message, Item? Item)
{
    public static CancellationReason None { get; } = new("None", null, null);
}
