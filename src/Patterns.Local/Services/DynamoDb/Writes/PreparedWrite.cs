using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>A write whose condition holds and whose result is known, under the table's lock.</summary>
internal sealed record PreparedWrite(ItemWrite Write, Item? Before, Item? After);
