namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>Which expressions an operation takes, and which older parameters in their place.</summary>
/// <param name="Expressions">The names of its expressions, in the order in which errors list them.</param>
/// <param name="Legacy">The names of the older parameters.</param>
internal sealed record RequestParameters(IReadOnlyList<string> Expressions, IReadOnlyList<string> Legacy)
{
    public static readonly RequestParameters Get = new(["ProjectionExpression"], ["AttributesToGet"]);
    public static readonly RequestParameters Write = new(["ConditionExpression"], ["Expected", "ConditionalOperator"]);
    public static readonly RequestParameters Update =
        new(["UpdateExpression", "ConditionExpression"], ["AttributeUpdates", "Expected", "ConditionalOperator"]);

    public static readonly RequestParameters Query =
        new(["ProjectionExpression", "FilterExpression", "KeyConditionExpression"], ["AttributesToGet", "QueryFilter", "ConditionalOperator", "KeyConditions"]);

    public static readonly RequestParameters Scan =
        new(["ProjectionExpression", "FilterExpression"], ["AttributesToGet", "ScanFilter", "ConditionalOperator"]);

    /// <summary><c>QueryFilter</c>, or <c>ScanFilter</c> for everything but a query.</summary>
    public string FilterName => Legacy.Contains("QueryFilter") ? "QueryFilter" : "ScanFilter";

    public static string? Text(ItemRequest request, string expression) => expression switch
    {
        "ConditionExpression" => request.ConditionExpression,
        "UpdateExpression" => request.UpdateExpression,
        "KeyConditionExpression" => request.KeyConditionExpression,
        "FilterExpression" => request.FilterExpression,
        _ => request.ProjectionExpression,
    };
}
