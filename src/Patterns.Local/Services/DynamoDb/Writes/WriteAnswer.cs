using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Capacity;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>Answers a write of one item.</summary>
internal static class WriteAnswer
{
    public static void Write(Utf8JsonWriter json, Item? attributes, string tableName, WriteOutcome outcome, CapacityDetail detail)
    {
        if (attributes is not null)
        {
            json.WriteItem("Attributes", attributes);
        }

        if (detail != CapacityDetail.None)
        {
            var capacity = new ConsumedCapacity(tableName);
            capacity.Add(outcome.Units);
            json.WriteCapacity(capacity, detail);
        }
    }
}
