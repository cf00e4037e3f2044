using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Legacy;

/// <summary>How many values of which types a comparison takes.</summary>
internal static class LegacyOperands
{
    /// <exception cref="AwsException">The values do not fit the comparison.</exception>
    public static void Check(string comparison, IReadOnlyList<AttributeValue> values)
    {
        var fits = comparison switch
        {
            "NULL" or "NOT_NULL" => values.Count == 0,
            "BETWEEN" => values.Count == 2,
            "IN" => values.Count > 0,
            _ => values.Count == 1,
        };
        if (!fits)
        {
            throw DynamoDbErrors.InvalidParameter($"Invalid number of argument(s) for the {comparison} ComparisonOperator");
        }

        foreach (var value in values)
        {
            if (value.Type != values[0].Type)
            {
                throw DynamoDbErrors.InvalidParameter("AttributeValues inside AttributeValueList must be of same type");
            }

            if (!Takes(comparison, value.Type))
            {
                throw DynamoDbErrors.InvalidParameter($"ComparisonOperator {comparison} is not valid for {value.Type} AttributeValue type");
            }
        }

        if (comparison == "BETWEEN" && AttributeOrder.TryCompare(values[0], values[1]) > 0)
        {
            throw DynamoDbErrors.Validation("The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");
        }
    }

    private static bool Takes(string comparison, AttributeType type) => comparison switch
    {
        "EQ" or "NE" => true,
        "BEGINS_WITH" => type is AttributeType.S or AttributeType.B,
        "IN" or "CONTAINS" or "NOT_CONTAINS" => type is AttributeType.S or AttributeType.N or AttributeType.B or AttributeType.BOOL or AttributeType.NULL,
        _ => type is AttributeType.S or AttributeType.N or AttributeType.B,
    };
}
