using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>A write was refused by its own condition.</summary>
/// <param name="item">The item as it is, where the request asked for it and there is one.</param>
internal sealed class ConditionalCheckFailedException(Item? item) : DetailedException("ConditionalCheckFailedException", Text)
{
    public const string Text = "The conditional request failed";

    public Item? Item { get; } = item;

    public override void WriteMembers(Utf8JsonWriter json)
    {
        if (Item is not null)
        {
            json.WriteItem("Item", Item);
        }
    }
}
