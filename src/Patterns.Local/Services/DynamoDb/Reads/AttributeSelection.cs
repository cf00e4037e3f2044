using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Tables;

namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>Which attributes of its items a query or scan returns.</summary>
/// <param name="Projection">The paths; null for whole items.</param>
/// <param name="IsCountOnly">Whether it returns no items at all.</param>
/// <param name="FetchesFromTable">Whether a read of a local index needs attributes that the index does not hold.</param>
internal sealed record AttributeSelection(ProjectionExpression? Projection, bool IsCountOnly, bool FetchesFromTable)
{
    private static readonly string[] Words = ["SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"];

    /// <exception cref="AwsException">The parameters contradict each other, or the index does not have what is asked for.</exception>
    public static AttributeSelection Of(ItemRequest request, ProjectionExpression? projection, TableIndex? index)
    {
        CheckSelect(request, projection is not null, index is not null);
        if (request.Select == "ALL_ATTRIBUTES" && index is { Definition: { IsGlobal: true, Projection.Type: not ProjectionType.All } })
        {
            throw DynamoDbErrors.InvalidParameter(
                $"Select type ALL_ATTRIBUTES is not supported for global secondary index {index.Definition.Name} because its projection type is not ALL");
        }

        var fetches = request.Select == "ALL_ATTRIBUTES"
            ? index is { Definition.Projection.Type: not ProjectionType.All }
            : index is not null && projection is not null && IsBeyond(index, projection);
        return new AttributeSelection(projection, request.Select == "COUNT", fetches);
    }

    private static bool IsBeyond(TableIndex index, ProjectionExpression projection)
    {
        string[] missing = [.. projection.RootAttributes.Where(name => !index.Holds(name)).Order(StringComparer.Ordinal)];
        if (missing.Length > 0 && index.Definition.IsGlobal)
        {
            throw DynamoDbErrors.InvalidParameter($"Global secondary index {index.Definition.Name} does not project [{string.Join(", ", missing)}]");
        }

        return missing.Length > 0;
    }

    private static void CheckSelect(ItemRequest request, bool hasProjection, bool hasIndex)
    {
        if (request.Select is not { } select)
        {
            return;
        }

        if (!Words.Contains(select))
        {
            throw DynamoDbErrors.NotInSet(select, "select", Words);
        }

        if (hasProjection && select != "SPECIFIC_ATTRIBUTES")
        {
            var parameter = request.Legacy is null ? "ProjectionExpression" : "AttributesToGet";
            throw DynamoDbErrors.Validation($"Cannot specify the {parameter} when choosing to get {(select == "COUNT" ? "only the Count" : select)}");
        }

        if (!hasProjection && select == "SPECIFIC_ATTRIBUTES")
        {
            throw DynamoDbErrors.Validation("Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
        }

        if (!hasIndex && select == "ALL_PROJECTED_ATTRIBUTES")
        {
            throw DynamoDbErrors.Validation("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }
    }
}
