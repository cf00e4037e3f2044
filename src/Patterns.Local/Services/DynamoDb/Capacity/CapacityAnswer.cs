using System.Text.Json;

namespace Patterns.Local.Services.DynamoDb.Capacity;

/// <summary>Reads what a request wants to know of its cost, and writes it.</summary>
internal static class CapacityAnswer
{
    /// <exception cref="AwsException">It is none of the words.</exception>
    public static CapacityDetail Detail(string? text) => text switch
    {
        null or "NONE" => CapacityDetail.None,
        "TOTAL" => CapacityDetail.Total,
        "INDEXES" => CapacityDetail.Indexes,
        _ => throw DynamoDbErrors.NotInSet(text, "returnConsumedCapacity", "INDEXES", "TOTAL", "NONE"),
    };

    public static void WriteCapacity(this Utf8JsonWriter json, ConsumedCapacity capacity, CapacityDetail detail)
    {
        if (detail != CapacityDetail.None)
        {
            json.WritePropertyName("ConsumedCapacity");
            Write(json, capacity, detail, kind: null);
        }
    }

    /// <param name="json">The answer.</param>
    /// <param name="capacities">One a table.</param>
    /// <param name="detail">How much to tell.</param>
    /// <param name="kind">For transactions, <c>ReadCapacityUnits</c> or <c>WriteCapacityUnits</c>, which repeats the figure.</param>
    public static void WriteCapacities(this Utf8JsonWriter json, IEnumerable<ConsumedCapacity> capacities, CapacityDetail detail, string? kind = null)
    {
        if (detail == CapacityDetail.None)
        {
            return;
        }

        json.WriteStartArray("ConsumedCapacity");
        foreach (var capacity in capacities)
        {
            Write(json, capacity, detail, kind);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ConsumedCapacity capacity, CapacityDetail detail, string? kind)
    {
        json.WriteStartObject();
        json.WriteString("TableName", capacity.TableName);
        WriteUnits(json, capacity.Total, kind);
        if (detail == CapacityDetail.Indexes)
        {
            json.WriteStartObject("Table");
            WriteUnits(json, capacity.Table, kind);
            json.WriteEndObject();
            WriteIndexes(json, "LocalSecondaryIndexes", capacity.LocalIndexes, kind);
            WriteIndexes(json, "GlobalSecondaryIndexes", capacity.GlobalIndexes, kind);
        }

        json.WriteEndObject();
    }

    private static void WriteIndexes(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, double> indexes, string? kind)
    {
        if (indexes.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (index, units) in indexes)
        {
            json.WriteStartObject(index);
            WriteUnits(json, units, kind);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter json, double units, string? kind)
    {
        json.WriteNumber("CapacityUnits", units);
        if (kind is not null)
        {
            json.WriteNumber(kind, units);
        }
    }
}
