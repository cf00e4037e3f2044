using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Legacy;

/// <summary>Writes conditions on attributes as an expression with the same meaning.</summary>
internal static class LegacyConditions
{
    private static readonly string[] Operators =
        ["IN", "NULL", "BETWEEN", "LT", "NOT_CONTAINS", "EQ", "GT", "NOT_NULL", "NE", "LE", "BEGINS_WITH", "GE", "CONTAINS"];

    /// <param name="conditions">The conditions by attribute.</param>
    /// <param name="isAny">Whether one that holds is enough.</param>
    /// <param name="terms">Takes names and values.</param>
    /// <param name="path">The parameter's name in errors.</param>
    /// <returns>Null where there are no conditions.</returns>
    public static string? Translate(Dictionary<string, LegacyCondition> conditions, bool isAny, LegacyTerms terms, string path) => conditions.Count == 0
        ? null
        : string.Join(isAny ? " OR " : " AND ", conditions.Select(pair => Translate(pair.Key, pair.Value, terms, path)));

    private static string Translate(string attribute, LegacyCondition condition, LegacyTerms terms, string path)
    {
        var (comparison, values) = Normalize(attribute, condition, path);
        LegacyOperands.Check(comparison, values);
        var name = terms.Name(attribute);
        var operands = values.ConvertAll(terms.Value);
        return comparison switch
        {
            "EQ" => $"{name} = {operands[0]}",
            "NE" => $"{name} <> {operands[0]}",
            "LT" => $"{name} < {operands[0]}",
            "LE" => $"{name} <= {operands[0]}",
            "GT" => $"{name} > {operands[0]}",
            "GE" => $"{name} >= {operands[0]}",
            "NULL" => $"attribute_not_exists({name})",
            "NOT_NULL" => $"attribute_exists({name})",
            "CONTAINS" => $"contains({name}, {operands[0]})",
            "NOT_CONTAINS" => $"NOT contains({name}, {operands[0]})",
            "BEGINS_WITH" => $"begins_with({name}, {operands[0]})",
            "BETWEEN" => $"{name} BETWEEN {operands[0]} AND {operands[1]}",
            _ => $"{name} IN ({string.Join(", ", operands)})",
        };
    }

    private static (string Comparison, List<AttributeValue> Values) Normalize(string attribute, LegacyCondition condition, string path)
    {
        if (condition.ComparisonOperator is { } comparison)
        {
            return Compared(attribute, condition, comparison, path);
        }

        if (condition.Values is not null)
        {
            throw DynamoDbErrors.InvalidParameter($"AttributeValueList can only be used with a ComparisonOperator for Attribute: {attribute}");
        }

        if (condition.Exists == false)
        {
            return condition.Value is null
                ? ("NULL", [])
                : throw DynamoDbErrors.InvalidParameter($"Value cannot be used when Exists is false for Attribute: {attribute}");
        }

        return condition.Value is { } value
            ? ("EQ", [value])
            : throw DynamoDbErrors.InvalidParameter($"Value must be provided when Exists is {(condition.Exists is null ? "null" : "true")} for Attribute: {attribute}");
    }

    private static (string Comparison, List<AttributeValue> Values) Compared(string attribute, LegacyCondition condition, string comparison, string path)
    {
        if (!Operators.Contains(comparison))
        {
            throw DynamoDbErrors.NotInSet(comparison, $"{path}.{attribute}.member.comparisonOperator", Operators);
        }

        if (condition.Exists is not null)
        {
            throw DynamoDbErrors.InvalidParameter($"Exists and ComparisonOperator cannot be used together for Attribute: {attribute}");
        }

        if (condition is { Value: not null, Values: not null })
        {
            throw DynamoDbErrors.InvalidParameter($"Value and AttributeValueList cannot be used together for Attribute: {attribute}");
        }

        return (comparison, condition.Values ?? (condition.Value is { } value ? [value] : []));
    }
}
