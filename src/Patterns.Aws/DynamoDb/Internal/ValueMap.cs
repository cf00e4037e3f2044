using Amazon.DynamoDBv2.Model;
using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>Values in the form of the SDK, and back.</summary>
internal static class ValueMap
{
    public static AttributeValue Write(TableValue value) => value.Kind switch
    {
        TableValueKind.Null => new AttributeValue { NULL = true },
        TableValueKind.String => new AttributeValue { S = value.GetString() },
        TableValueKind.Number => new AttributeValue { N = DecimalText.Write(value.GetDecimal()) },
        TableValueKind.Boolean => new AttributeValue { BOOL = value.GetBoolean() },
        TableValueKind.Binary => new AttributeValue { B = new MemoryStream(value.GetBytes().ToArray()) },
        TableValueKind.StringSet => WriteSet(value),
        TableValueKind.List => WriteList(value),
        TableValueKind.Map => WriteMap(value),
        _ => throw new ArgumentException($"The kind {value.Kind} is unknown.", nameof(value)),
    };

    /// <exception cref="TableException">The value is of a kind that a <see cref="TableValue"/> cannot be.</exception>
    public static TableValue Read(AttributeValue value, string attribute, TableOperation operation) => value switch
    {
        { S: { } text } => text,
        { N: { } number } => ReadNumber(number, attribute, operation),
        { BOOL: { } flag } => flag,
        { NULL: true } => TableValue.Null,
        { B: { } bytes } => TableValue.From(bytes.ToArray()),
        { IsMSet: true } => TableValue.MapOf(value.M.Select(member => KeyValuePair.Create(member.Key, Read(member.Value, attribute, operation)))),
        { IsLSet: true } => TableValue.ListOf(value.L.Select(element => Read(element, attribute, operation))),
        { SS.Count: > 0 } => TableValue.SetOf(value.SS),
        { NS.Count: > 0 } => throw operation.Fail($"the attribute '{attribute}' holds a set of numbers, which no table value can be.", isRetryable: false),
        { BS.Count: > 0 } => throw operation.Fail($"the attribute '{attribute}' holds a set of bytes, which no table value can be.", isRetryable: false),
        _ => throw operation.Fail($"the attribute '{attribute}' holds a value of an unknown kind.", isRetryable: false),
    };

    /// <summary>In one order always: a transaction sent again with its token must be the same to the byte.</summary>
    private static AttributeValue WriteSet(TableValue value) => new() { SS = [.. value.GetStringSet().Order(StringComparer.Ordinal)] };

    private static AttributeValue WriteList(TableValue value) => value.GetList() is { Count: > 0 } list
        ? new AttributeValue { L = [.. list.Select(Write)] }
        : new AttributeValue { IsLSet = true };

    private static AttributeValue WriteMap(TableValue value) => value.GetMap() is { Count: > 0 } map
        ? new AttributeValue { M = map.OrderBy(member => member.Key, StringComparer.Ordinal).ToDictionary(member => member.Key, member => Write(member.Value), StringComparer.Ordinal) }
        : new AttributeValue { IsMSet = true };

    private static TableValue ReadNumber(string text, string attribute, TableOperation operation) => DecimalText.TryRead(text, out var number)
        ? TableValue.From(number)
        : throw operation.Fail($"the attribute '{attribute}' holds a number with more digits or magnitude than a decimal has.", isRetryable: false);
}
