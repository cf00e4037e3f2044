using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Legacy;

/// <summary>Reads the parameters that expressions have replaced.</summary>
internal static class LegacyReader
{
    /// <returns>False where the member is none of them.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, ItemRequest request)
    {
        if (reader.ValueTextEquals("AttributesToGet"u8))
        {
            Of(request).AttributesToGet = JsonRead.Texts(ref reader);
        }
        else if (reader.ValueTextEquals("Expected"u8))
        {
            Of(request).Expected = Conditions(ref reader);
        }
        else if (reader.ValueTextEquals("KeyConditions"u8))
        {
            Of(request).KeyConditions = Conditions(ref reader);
        }
        else if (reader.ValueTextEquals("QueryFilter"u8) || reader.ValueTextEquals("ScanFilter"u8))
        {
            Of(request).Filter = Conditions(ref reader);
        }
        else if (reader.ValueTextEquals("AttributeUpdates"u8))
        {
            Of(request).AttributeUpdates = Updates(ref reader);
        }
        else if (reader.ValueTextEquals("ConditionalOperator"u8))
        {
            Of(request).ConditionalOperator = JsonRead.Text(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static LegacyParameters Of(ItemRequest request) => request.Legacy ??= new LegacyParameters();

    private static Dictionary<string, LegacyCondition>? Conditions(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader))
        {
            return null;
        }

        var conditions = new Dictionary<string, LegacyCondition>(StringComparer.Ordinal);
        while (JsonRead.NextMember(ref reader))
        {
            var name = WireText.Read(ref reader);
            if (JsonRead.EnterObject(ref reader))
            {
                conditions[name] = Condition(ref reader);
            }
        }

        return conditions;
    }

    private static LegacyCondition Condition(ref Utf8JsonReader reader)
    {
        var condition = new LegacyCondition();
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("ComparisonOperator"u8))
            {
                condition.ComparisonOperator = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("AttributeValueList"u8))
            {
                condition.Values = Values(ref reader);
            }
            else if (reader.ValueTextEquals("Value"u8))
            {
                condition.Value = JsonRead.Value(ref reader);
            }
            else if (reader.ValueTextEquals("Exists"u8))
            {
                condition.Exists = JsonRead.Flag(ref reader);
            }
            else
            {
                JsonRead.SkipMember(ref reader);
            }
        }

        return condition;
    }

    private static List<AttributeValue>? Values(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterArray(ref reader))
        {
            return null;
        }

        var values = new List<AttributeValue>();
        while (JsonRead.NextItem(ref reader))
        {
            values.Add(AttributeValueReader.Read(ref reader));
        }

        return values;
    }

    private static Dictionary<string, LegacyUpdate>? Updates(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader))
        {
            return null;
        }

        var updates = new Dictionary<string, LegacyUpdate>(StringComparer.Ordinal);
        while (JsonRead.NextMember(ref reader))
        {
            var name = WireText.Read(ref reader);
            if (JsonRead.EnterObject(ref reader))
            {
                updates[name] = Update(ref reader);
            }
        }

        return updates;
    }

    private static LegacyUpdate Update(ref Utf8JsonReader reader)
    {
        var update = new LegacyUpdate();
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("Action"u8))
            {
                update.Action = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("Value"u8))
            {
                update.Value = JsonRead.Value(ref reader);
            }
            else
            {
                JsonRead.SkipMember(ref reader);
            }
        }

        return update;
    }
}
