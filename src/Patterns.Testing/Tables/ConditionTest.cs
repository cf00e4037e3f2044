using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>Asks a condition of an item in memory.</summary>
internal static class ConditionTest
{
    public static bool Holds(TableCondition? condition, TableItem? item) => condition is null || condition.Kind switch
    {
        TableConditionKind.ItemExists => item is not null,
        TableConditionKind.Expired => item?.ExpiresAt?.ToUnixTimeSeconds() <= condition.Value!.GetInt64(),
        TableConditionKind.And => condition.Operands.All(operand => Holds(operand, item)),
        TableConditionKind.Or => condition.Operands.Any(operand => Holds(operand, item)),
        TableConditionKind.Not => !Holds(condition.Operands[0], item),
        _ => item?[condition.Attribute!] is { } value && HoldsOf(condition, value),
    };

    private static bool HoldsOf(TableCondition condition, TableValue value) => condition.Kind switch
    {
        TableConditionKind.Exists => true,
        TableConditionKind.Equal => value == condition.Value,
        TableConditionKind.Contains => value.Kind == TableValueKind.StringSet && value.GetStringSet().Contains(condition.Value!.GetString()),
        TableConditionKind.Less => Compare(value, condition.Value!) < 0,
        TableConditionKind.LessOrEqual => Compare(value, condition.Value!) <= 0,
        TableConditionKind.Greater => Compare(value, condition.Value!) > 0,
        TableConditionKind.GreaterOrEqual => Compare(value, condition.Value!) >= 0,
        _ => throw new ArgumentException($"The condition kind {condition.Kind} is unknown.", nameof(condition)),
    };

    /// <summary>Null, which makes every comparison false, for values of different kinds.</summary>
    private static int? Compare(TableValue left, TableValue right) => (left.Kind, right.Kind) switch
    {
        (TableValueKind.Number, TableValueKind.Number) => left.GetDecimal().CompareTo(right.GetDecimal()),
        (TableValueKind.String, TableValueKind.String) => Utf8Order.Instance.Compare(left.GetString(), right.GetString()),
        (TableValueKind.Binary, TableValueKind.Binary) => left.GetBytes().Span.SequenceCompareTo(right.GetBytes().Span),
        _ => null,
    };
}
