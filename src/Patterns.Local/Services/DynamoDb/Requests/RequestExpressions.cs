using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Legacy;
using Patterns.Local.Services.DynamoDb.Tables;

namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>Parses the expressions of one request, or those that its older parameters stand for.</summary>
internal sealed class RequestExpressions
{
    private readonly ItemRequest _request;
    private readonly ExpressionScope _scope;

    /// <param name="request">The request; older parameters become expressions in it.</param>
    /// <param name="parameters">What its operation takes.</param>
    /// <exception cref="AwsException">The parameters contradict each other.</exception>
    public RequestExpressions(ItemRequest request, RequestParameters parameters)
    {
        _request = request;
        HasLegacyFilter = request.Legacy?.Filter is not null;
        CheckMix(request, parameters);
        CheckPlaceholders(request, parameters);
        LegacyTranslation.Apply(request, parameters.FilterName);
        _scope = new ExpressionScope(request.Names, request.Values);
    }

    /// <summary>Whether the filter was given in its older form, which errors name.</summary>
    public bool HasLegacyFilter { get; }

    public ConditionExpression? Condition => Parse(_request.ConditionExpression, "ConditionExpression");

    public ConditionExpression? Filter => Parse(_request.FilterExpression, "FilterExpression");

    public ProjectionExpression? Projection =>
        _request.ProjectionExpression is { } text ? ProjectionExpression.Parse(_scope, text) : null;

    public UpdateExpression? Update => _request.UpdateExpression is { } text ? UpdateExpression.Parse(_scope, text) : null;

    public KeyConditionExpression KeyCondition(KeySchema key) =>
        KeyConditionExpression.Parse(_scope, _request.KeyConditionExpression!, key.Partition.Name, key.Sort?.Name);

    /// <summary>To be called when all expressions are parsed.</summary>
    public void CheckAllUsed() => _scope.CheckAllUsed();

    private static void CheckMix(ItemRequest request, RequestParameters parameters)
    {
        if (request.Legacy is not { } legacy)
        {
            return;
        }

        string[] older = [.. legacy.Names(parameters.FilterName).Where(parameters.Legacy.Contains)];
        string[] newer = [.. parameters.Expressions.Where(name => RequestParameters.Text(request, name) is not null)];
        if (older.Length > 0 && newer.Length > 0)
        {
            throw DynamoDbErrors.Validation(
                "Can not use both expression and non-expression parameters in the same request: " +
                $"Non-expression parameters: {{{string.Join(", ", older)}}} Expression parameters: {{{string.Join(", ", newer)}}}");
        }

        if (older.Length == 0)
        {
            request.Legacy = null;
        }
    }

    private static void CheckPlaceholders(ItemRequest request, RequestParameters parameters)
    {
        if (request.Names is null && request.Values is null)
        {
            return;
        }

        if (request.Names is not null && parameters.Expressions.All(name => RequestParameters.Text(request, name) is null))
        {
            throw DynamoDbErrors.Validation("ExpressionAttributeNames can only be specified when using expressions");
        }

        string[] withValues = [.. parameters.Expressions.Where(name => name != "ProjectionExpression")];
        if (request.Values is not null && withValues.All(name => RequestParameters.Text(request, name) is null))
        {
            throw DynamoDbErrors.Validation(
                "ExpressionAttributeValues can only be specified when using expressions: " +
                $"{string.Join(" and ", withValues)} {(withValues.Length == 1 ? "is" : "are")} null");
        }
    }

    private ConditionExpression? Parse(string? text, string parameter) =>
        text is null ? null : ConditionExpression.Parse(_scope, text, parameter);
}
