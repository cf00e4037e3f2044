using System.Collections.Frozen;

namespace Patterns.Tables;

/// <summary>The value of an attribute. Immutable; equal when kind and content are.</summary>
public sealed class TableValue : IEquatable<TableValue>
{
    private readonly object? _content;

    private TableValue(TableValueKind kind, object? content)
    {
        Kind = kind;
        _content = content;
    }

    /// <summary>The value that is nothing.</summary>
    public static TableValue Null { get; } = new(TableValueKind.Null, null);

    /// <summary>What the value holds.</summary>
    public TableValueKind Kind { get; }

    /// <summary>Makes a text.</summary>
    public static TableValue From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(TableValueKind.String, text);
    }

    /// <summary>Makes a number.</summary>
    public static TableValue From(decimal number) => new(TableValueKind.Number, number);

    /// <summary>Makes a truth value.</summary>
    public static TableValue From(bool flag) => new(TableValueKind.Boolean, flag);

    /// <summary>Makes a value of bytes; they are copied.</summary>
    public static TableValue From(ReadOnlySpan<byte> bytes) => new(TableValueKind.Binary, bytes.ToArray());

    /// <summary>Makes a set of texts; duplicates count once.</summary>
    /// <exception cref="ArgumentException">There is none: a table has no empty sets; leave the attribute out.</exception>
    public static TableValue SetOf(params IEnumerable<string> texts)
    {
        var set = texts.ToFrozenSet(StringComparer.Ordinal);
        return set.Count > 0
            ? new(TableValueKind.StringSet, set)
            : throw new ArgumentException("A table has no empty sets; leave the attribute out.", nameof(texts));
    }

    /// <summary>Makes a list.</summary>
    public static TableValue ListOf(params IEnumerable<TableValue> values) => new(TableValueKind.List, values.ToArray());

    /// <summary>Makes a map.</summary>
    public static TableValue MapOf(IEnumerable<KeyValuePair<string, TableValue>> values) =>
        new(TableValueKind.Map, values.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Makes a text.</summary>
    public static implicit operator TableValue(string text) => From(text);

    /// <summary>Makes a number.</summary>
    public static implicit operator TableValue(long number) => From(number);

    /// <summary>Makes a number.</summary>
    public static implicit operator TableValue(decimal number) => From(number);

    /// <summary>Makes a truth value.</summary>
    public static implicit operator TableValue(bool flag) => From(flag);

    /// <summary>Whether two values are equal.</summary>
    public static bool operator ==(TableValue? left, TableValue? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(TableValue? left, TableValue? right) => !(left == right);

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public string GetString() => Get<string>(TableValueKind.String);

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public decimal GetDecimal() => Get<decimal>(TableValueKind.Number);

    /// <summary>The number as a whole one.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    /// <exception cref="OverflowException">The number is too large.</exception>
    public long GetInt64() => decimal.ToInt64(GetDecimal());

    /// <summary>The truth value.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public bool GetBoolean() => Get<bool>(TableValueKind.Boolean);

    /// <summary>The bytes.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public ReadOnlyMemory<byte> GetBytes() => Get<byte[]>(TableValueKind.Binary);

    /// <summary>The set.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public IReadOnlySet<string> GetStringSet() => Get<FrozenSet<string>>(TableValueKind.StringSet);

    /// <summary>The list.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public IReadOnlyList<TableValue> GetList() => Get<TableValue[]>(TableValueKind.List);

    /// <summary>The map.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public IReadOnlyDictionary<string, TableValue> GetMap() => Get<FrozenDictionary<string, TableValue>>(TableValueKind.Map);

    /// <inheritdoc/>
    public bool Equals(TableValue? other) => other is not null && Kind == other.Kind && Kind switch
    {
        TableValueKind.Binary => GetBytes().Span.SequenceEqual(other.GetBytes().Span),
        TableValueKind.StringSet => GetStringSet().SetEquals(other.GetStringSet()),
        TableValueKind.List => GetList().SequenceEqual(other.GetList()),
        TableValueKind.Map => GetMap().Count == other.GetMap().Count && GetMap().All(pair => other.GetMap().TryGetValue(pair.Key, out var value) && pair.Value == value),
        _ => Equals(_content, other._content),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TableValue);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        TableValueKind.Binary => HashCode.Combine(Kind, GetBytes().Length),
        TableValueKind.StringSet => HashCode.Combine(Kind, GetStringSet().Count),
        TableValueKind.List => HashCode.Combine(Kind, GetList().Count),
        TableValueKind.Map => HashCode.Combine(Kind, GetMap().Count),
        _ => HashCode.Combine(Kind, _content),
    };

    /// <summary>The size in bytes that DynamoDB counts for the value, without the attribute's name.</summary>
    /// <remarks>Source: docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html, November 2026.</remarks>
    public int GetSize() => TableValueSize.Of(this);

    /// <summary>The kind only: values may be confidential.</summary>
    public override string ToString() => Kind.ToString();

    private TContent Get<TContent>(TableValueKind kind) => Kind == kind
        ? (TContent)_content!
        : throw new InvalidOperationException($"The value is a {Kind}, not a {kind}.");
}
