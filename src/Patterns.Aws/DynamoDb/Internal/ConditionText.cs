using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>Writes conditions as condition expressions.</summary>
internal sealed class ConditionText(Placeholders placeholders, DynamoDbTableOptions names)
{
    private const string StringSetType = "SS";

    /// <summary>The expression; null for none.</summary>
    public string? Of(TableCondition? condition) => condition is null ? null : Write(condition);

    // The service refuses doubled parentheses, so only what needs them writes its own.
    private string Write(TableCondition condition) => condition.Kind switch
    {
        TableConditionKind.ItemExists => $"attribute_exists({placeholders.Name(names.PartitionKeyName)})",
        TableConditionKind.Exists => $"attribute_exists({placeholders.Name(condition.Attribute!)})",
        TableConditionKind.Equal => Compare(condition, "="),
        TableConditionKind.Less => Compare(condition, "<"),
        TableConditionKind.LessOrEqual => Compare(condition, "<="),
        TableConditionKind.Greater => Compare(condition, ">"),
        TableConditionKind.GreaterOrEqual => Compare(condition, ">="),
        TableConditionKind.Contains => Contains(condition),
        TableConditionKind.Expired => $"{placeholders.Name(names.ExpiresAtName)} <= {placeholders.Value(condition.Value!)}",
        TableConditionKind.And => Join(condition, " AND "),
        TableConditionKind.Or => Join(condition, " OR "),
        TableConditionKind.Not when condition.Operands[0].Kind == TableConditionKind.Not => Write(condition.Operands[0].Operands[0]),
        TableConditionKind.Not => $"NOT {Write(condition.Operands[0])}",
        _ => throw new ArgumentException($"The condition kind {condition.Kind} is unknown.", nameof(condition)),
    };

    private string Compare(TableCondition condition, string comparator) =>
        $"{placeholders.Name(condition.Attribute!)} {comparator} {placeholders.Value(condition.Value!)}";

    /// <summary>Of a text, <c>contains</c> would ask for a part, and of a list for an element.</summary>
    private string Contains(TableCondition condition)
    {
        var name = placeholders.Name(condition.Attribute!);
        return $"(attribute_type({name}, {placeholders.Value(StringSetType)}) AND contains({name}, {placeholders.Value(condition.Value!)}))";
    }

    private string Join(TableCondition condition, string word) => $"({string.Join(word, condition.Operands.Select(Write))})";
}
