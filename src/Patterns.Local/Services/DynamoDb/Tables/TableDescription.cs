using System.Text.Json;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Writes a table as the service describes it.</summary>
internal static class TableDescription
{
    public static void WriteTable(this Utf8JsonWriter json, string member, Table table, string status = "ACTIVE")
    {
        var settings = table.Settings;
        var (count, bytes) = table.Measure();
        json.WriteStartObject(member);
        WriteDefinitions(json, settings.AttributeDefinitions);
        json.WriteString("TableName", table.Name);
        WriteKeySchema(json, settings.Key);
        json.WriteString("TableStatus", status);
        json.WriteNumber("CreationDateTime", table.CreatedAt.ToUnixTimeMilliseconds() / 1000m);
        WriteThroughput(json, settings.Throughput);
        json.WriteNumber("TableSizeBytes", bytes);
        json.WriteNumber("ItemCount", count);
        json.WriteString("TableArn", table.Arn);
        json.WriteString("TableId", table.Id);
        WriteMode(json, settings);
        WriteIndexes(json, table, isGlobal: false);
        WriteIndexes(json, table, isGlobal: true);
        WriteStream(json, table);
        json.WriteBoolean("DeletionProtectionEnabled", settings.IsDeletionProtected);
        json.WriteEndObject();
    }

    private static void WriteDefinitions(Utf8JsonWriter json, IReadOnlyList<KeyAttribute> definitions)
    {
        json.WriteStartArray("AttributeDefinitions");
        foreach (var definition in definitions)
        {
            json.WriteStartObject();
            json.WriteString("AttributeName", definition.Name);
            json.WriteString("AttributeType", definition.Type.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteKeySchema(Utf8JsonWriter json, KeySchema key)
    {
        json.WriteStartArray("KeySchema");
        foreach (var attribute in key.Attributes)
        {
            json.WriteStartObject();
            json.WriteString("AttributeName", attribute.Name);
            json.WriteString("KeyType", ReferenceEquals(attribute, key.Partition) ? "HASH" : "RANGE");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteThroughput(Utf8JsonWriter json, Throughput throughput)
    {
        json.WriteStartObject("ProvisionedThroughput");
        json.WriteNumber("NumberOfDecreasesToday", 0);
        json.WriteNumber("ReadCapacityUnits", throughput.Read);
        json.WriteNumber("WriteCapacityUnits", throughput.Write);
        json.WriteEndObject();
    }

    private static void WriteMode(Utf8JsonWriter json, TableSettings settings)
    {
        if (settings.IsOnDemand)
        {
            json.WriteStartObject("BillingModeSummary");
            json.WriteString("BillingMode", "PAY_PER_REQUEST");
            json.WriteEndObject();
        }

        if (settings.TableClass is { } tableClass)
        {
            json.WriteStartObject("TableClassSummary");
            json.WriteString("TableClass", tableClass);
            json.WriteEndObject();
        }
    }

    private static void WriteIndexes(Utf8JsonWriter json, Table table, bool isGlobal)
    {
        TableIndex[] indexes = [.. table.Indexes.Where(index => index.Definition.IsGlobal == isGlobal)];
        if (indexes.Length == 0)
        {
            return;
        }

        json.WriteStartArray(isGlobal ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes");
        foreach (var index in indexes)
        {
            WriteIndex(json, table, index);
        }

        json.WriteEndArray();
    }

    private static void WriteIndex(Utf8JsonWriter json, Table table, TableIndex index)
    {
        var definition = index.Definition;
        var (count, bytes) = table.Measure(index);
        json.WriteStartObject();
        json.WriteString("IndexName", definition.Name);
        WriteKeySchema(json, definition.Key);
        WriteProjection(json, definition.Projection);
        if (definition.IsGlobal)
        {
            json.WriteString("IndexStatus", "ACTIVE");
            WriteThroughput(json, definition.Throughput);
        }

        json.WriteNumber("IndexSizeBytes", bytes);
        json.WriteNumber("ItemCount", count);
        json.WriteString("IndexArn", $"{table.Arn}/index/{definition.Name}");
        json.WriteEndObject();
    }

    private static void WriteProjection(Utf8JsonWriter json, Projection projection)
    {
        json.WriteStartObject("Projection");
        json.WriteString("ProjectionType", projection.TypeName);
        if (projection.NonKeyAttributes.Count > 0)
        {
            json.WriteStartArray("NonKeyAttributes");
            foreach (var name in projection.NonKeyAttributes)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteStream(Utf8JsonWriter json, Table table)
    {
        if (table.Settings.Stream is { ViewType: { } view })
        {
            json.WriteStartObject("StreamSpecification");
            json.WriteBoolean("StreamEnabled", true);
            json.WriteString("StreamViewType", view);
            json.WriteEndObject();
        }

        if (table.Stream is { } stream)
        {
            json.WriteString("LatestStreamLabel", stream.Label);
            json.WriteString("LatestStreamArn", stream.Arn);
        }
    }
}
