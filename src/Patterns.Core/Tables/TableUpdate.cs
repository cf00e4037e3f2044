namespace Patterns.Tables;

/// <summary>Changes attributes of an item, and makes the item when it is not there. Immutable: each method returns a new one.</summary>
/// <example><code>new TableUpdate(key).Set("status", "paid").Add("version", 1)</code></example>
public sealed record TableUpdate : TableWrite
{
    private readonly DateTimeOffset? _expiresAt;

    /// <summary>Makes an update that changes nothing yet.</summary>
    public TableUpdate(TableKey key)
        : base(key)
    {
    }

    /// <summary>What is done, at most once to each attribute.</summary>
    public IReadOnlyList<TableAction> Actions { get; private init; } = [];

    /// <summary>Sets <see cref="TableItem.ExpiresAt"/>, in whole seconds (rounded up); null leaves it as it is.</summary>
    public DateTimeOffset? ExpiresAt
    {
        get => _expiresAt;
        init => _expiresAt = value is { } moment ? TableTime.RoundUp(moment) : null;
    }

    /// <summary>Gives an attribute a value.</summary>
    public TableUpdate Set(string attribute, TableValue value) => With(TableActionKind.Set, attribute, value);

    /// <summary>Gives an attribute a value if it has none.</summary>
    public TableUpdate SetIfMissing(string attribute, TableValue value) => With(TableActionKind.SetIfMissing, attribute, value);

    /// <summary>Takes an attribute away.</summary>
    public TableUpdate Remove(string attribute) => With(TableActionKind.Remove, attribute, null);

    /// <summary>Adds to a number; a missing one counts as 0.</summary>
    public TableUpdate Add(string attribute, decimal number) => With(TableActionKind.Add, attribute, TableValue.From(number));

    /// <summary>Adds texts to a set; a missing one is made.</summary>
    public TableUpdate AddToSet(string attribute, params IEnumerable<string> texts) => With(TableActionKind.AddToSet, attribute, TableValue.SetOf(texts));

    /// <summary>Takes texts out of a set; with the last one, the attribute goes.</summary>
    public TableUpdate RemoveFromSet(string attribute, params IEnumerable<string> texts) => With(TableActionKind.RemoveFromSet, attribute, TableValue.SetOf(texts));

    private TableUpdate With(TableActionKind kind, string attribute, TableValue? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(attribute);
        if (kind != TableActionKind.Remove)
        {
            ArgumentNullException.ThrowIfNull(value);
        }

        return Actions.Any(action => string.Equals(action.Attribute, attribute, StringComparison.Ordinal))
            ? throw new ArgumentException($"The update changes '{attribute}' already; an attribute is changed once.", nameof(attribute))
            : this with { Actions = [.. Actions, new TableAction(kind, attribute, value)] };
    }
}
