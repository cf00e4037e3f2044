using Patterns.Local.Services.DynamoDb.Requests;

namespace Patterns.Local.Services.DynamoDb.Legacy;

/// <summary>Puts expressions in the place of the parameters that they replaced.</summary>
internal static class LegacyTranslation
{
    /// <param name="request">The request; afterwards it has expressions only.</param>
    /// <param name="filterName"><c>QueryFilter</c> or <c>ScanFilter</c>, for errors.</param>
    /// <exception cref="AwsException">The parameters contradict each other.</exception>
    public static void Apply(ItemRequest request, string filterName)
    {
        if (request.Legacy is not { } legacy)
        {
            return;
        }

        var terms = new LegacyTerms();
        var isAny = IsAny(legacy);
        request.ProjectionExpression = Projection(legacy.AttributesToGet, terms);
        request.UpdateExpression = legacy.AttributeUpdates is { } updates ? LegacyUpdates.Translate(updates, terms) : null;
        request.ConditionExpression = Conditions(legacy.Expected, isAny, terms, "expected");
        request.FilterExpression = Conditions(legacy.Filter, isAny, terms, char.ToLowerInvariant(filterName[0]) + filterName[1..]);
        request.KeyConditionExpression = KeyConditions(legacy.KeyConditions, terms);
        request.Names = terms.Names;
        request.Values = terms.Values;
    }

    private static string? Conditions(Dictionary<string, LegacyCondition>? conditions, bool isAny, LegacyTerms terms, string path) =>
        conditions is null ? null : LegacyConditions.Translate(conditions, isAny, terms, path);

    private static string? KeyConditions(Dictionary<string, LegacyCondition>? conditions, LegacyTerms terms)
    {
        if (conditions is { Count: not (1 or 2) })
        {
            throw DynamoDbErrors.Validation("Conditions can be of length 1 or 2 only");
        }

        foreach (var (_, condition) in conditions ?? [])
        {
            if (condition.ComparisonOperator is "NULL" or "NOT_NULL" or "NE" or "CONTAINS" or "NOT_CONTAINS" or "IN")
            {
                throw DynamoDbErrors.Validation("Attempted conditional constraint is not an indexable operation");
            }
        }

        return Conditions(conditions, isAny: false, terms, "keyConditions");
    }

    private static string? Projection(List<string>? attributes, LegacyTerms terms)
    {
        if (attributes is null)
        {
            return null;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            if (!seen.Add(attribute))
            {
                throw DynamoDbErrors.InvalidParameter($"Duplicate value in attribute name: {attribute}");
            }
        }

        return attributes.Count > 0
            ? string.Join(", ", attributes.Select(terms.Name))
            : throw DynamoDbErrors.Constraint("[]", "attributesToGet", "Member must have length greater than or equal to 1");
    }

    private static bool IsAny(LegacyParameters legacy)
    {
        if (legacy.ConditionalOperator is not { } conditional)
        {
            return false;
        }

        if (conditional is not ("AND" or "OR"))
        {
            throw DynamoDbErrors.NotInSet(conditional, "conditionalOperator", "OR", "AND");
        }

        if ((legacy.Expected ?? legacy.Filter) is null)
        {
            throw DynamoDbErrors.Validation("ConditionalOperator cannot be used without Filter or Expected");
        }

        return conditional == "OR";
    }
}
