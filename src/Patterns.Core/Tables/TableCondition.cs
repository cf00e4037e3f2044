namespace Patterns.Tables;

/// <summary>What must hold of an item for a write to take effect. Combine conditions with <c>&amp;</c>, <c>|</c> and <c>!</c>.</summary>
/// <example><code>TableCondition.ItemMissing | TableCondition.Expired(now)</code></example>
public sealed class TableCondition
{
    private TableCondition(TableConditionKind kind, string? attribute = null, TableValue? value = null, params IReadOnlyList<TableCondition> operands)
    {
        Kind = kind;
        Attribute = attribute;
        Value = value;
        Operands = operands;
    }

    /// <summary>The item is there.</summary>
    public static TableCondition ItemExists { get; } = new(TableConditionKind.ItemExists);

    /// <summary>The item is not there.</summary>
    public static TableCondition ItemMissing { get; } = !ItemExists;

    /// <summary>What is asked.</summary>
    public TableConditionKind Kind { get; }

    /// <summary>Of which attribute; null where the kind needs none.</summary>
    public string? Attribute { get; }

    /// <summary>What it is compared with; null where the kind needs nothing.</summary>
    public TableValue? Value { get; }

    /// <summary>What is combined; empty where the kind combines nothing.</summary>
    public IReadOnlyList<TableCondition> Operands { get; }

    /// <summary>Both hold.</summary>
    public static TableCondition operator &(TableCondition left, TableCondition right) => new(TableConditionKind.And, operands: [left, right]);

    /// <summary>At least one holds.</summary>
    public static TableCondition operator |(TableCondition left, TableCondition right) => new(TableConditionKind.Or, operands: [left, right]);

    /// <summary>It does not hold.</summary>
    public static TableCondition operator !(TableCondition operand) => new(TableConditionKind.Not, operands: [operand]);

    /// <summary>The attribute is there.</summary>
    public static TableCondition Exists(string attribute) => Of(TableConditionKind.Exists, attribute);

    /// <summary>The attribute is not there.</summary>
    public static TableCondition Missing(string attribute) => !Exists(attribute);

    /// <summary>The attribute has the value.</summary>
    public static TableCondition Equal(string attribute, TableValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Of(TableConditionKind.Equal, attribute, value);
    }

    /// <summary>The attribute is missing or has another value.</summary>
    public static TableCondition NotEqual(string attribute, TableValue value) => !Equal(attribute, value);

    /// <summary>The attribute is there, of the value's kind, and less. Texts are compared by their UTF-8 bytes.</summary>
    /// <exception cref="ArgumentException">The value has no order: it is neither text nor a number nor bytes.</exception>
    public static TableCondition Less(string attribute, TableValue value) => Ordered(TableConditionKind.Less, attribute, value);

    /// <summary>The attribute is there, of the value's kind, and not greater.</summary>
    /// <exception cref="ArgumentException">The value has no order: it is neither text nor a number nor bytes.</exception>
    public static TableCondition LessOrEqual(string attribute, TableValue value) => Ordered(TableConditionKind.LessOrEqual, attribute, value);

    /// <summary>The attribute is there, of the value's kind, and greater.</summary>
    /// <exception cref="ArgumentException">The value has no order: it is neither text nor a number nor bytes.</exception>
    public static TableCondition Greater(string attribute, TableValue value) => Ordered(TableConditionKind.Greater, attribute, value);

    /// <summary>The attribute is there, of the value's kind, and not less.</summary>
    /// <exception cref="ArgumentException">The value has no order: it is neither text nor a number nor bytes.</exception>
    public static TableCondition GreaterOrEqual(string attribute, TableValue value) => Ordered(TableConditionKind.GreaterOrEqual, attribute, value);

    /// <summary>The attribute is a set that has the text.</summary>
    public static TableCondition Contains(string attribute, string text) => Of(TableConditionKind.Contains, attribute, TableValue.From(text));

    /// <summary>The item is there, and its <see cref="TableItem.ExpiresAt"/> has come.</summary>
    public static TableCondition Expired(DateTimeOffset now) => new(TableConditionKind.Expired, value: now.ToUnixTimeSeconds());

    private static TableCondition Ordered(TableConditionKind kind, string attribute, TableValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Kind is TableValueKind.String or TableValueKind.Number or TableValueKind.Binary
            ? Of(kind, attribute, value)
            : throw new ArgumentException($"'{attribute}' is compared with a {value.Kind}, which has no order; texts, numbers and bytes have one.", nameof(value));
    }

    private static TableCondition Of(TableConditionKind kind, string attribute, TableValue? value = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(attribute);
        return new(kind, attribute, value);
    }
}
