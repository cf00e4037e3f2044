using System.Text.Json;
using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>Writes a transaction down, so that two can be compared: equal writes give equal text.</summary>
internal static class WriteText
{
    public static string Of(IReadOnlyList<TableWrite> writes, Func<TableWrite, InMemoryTable> tableOf) => ItemJson.ToText(writer =>
    {
        writer.WriteStartArray();
        foreach (var write in writes)
        {
            Write(writer, write, tableOf(write));
        }

        writer.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter writer, TableWrite write, InMemoryTable table)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(TableOperation.Of(table.Name, write).ToString());
        switch (write)
        {
            case TablePut put:
                ItemJson.Write(writer, put.Item, table.Names);
                break;
            case TableUpdate update:
                Write(writer, update);
                break;
        }

        Write(writer, write.Condition);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, TableUpdate update)
    {
        writer.WriteStringValue($"{update.ExpiresAt:O}");
        foreach (var action in update.Actions)
        {
            writer.WriteStringValue($"{action.Kind} {action.Attribute}");
            Write(writer, action.Value);
        }
    }

    private static void Write(Utf8JsonWriter writer, TableCondition? condition)
    {
        if (condition is null)
        {
            return;
        }

        writer.WriteStartArray();
        writer.WriteStringValue($"{condition.Kind} {condition.Attribute}");
        Write(writer, condition.Value);
        foreach (var operand in condition.Operands)
        {
            Write(writer, operand);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, TableValue? value)
    {
        if (value is not null)
        {
            ItemJson.Write(writer, value);
        }
    }
}
