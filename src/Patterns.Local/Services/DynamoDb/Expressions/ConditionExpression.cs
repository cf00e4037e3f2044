using Patterns.Local.Services.DynamoDb.Expressions.Conditions;
using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>A condition or filter, ready to be asked.</summary>
internal sealed class ConditionExpression
{
    private static readonly ParsedExpressions<ExpressionSyntax> Parsed = new(ConditionParser.Parse);

    private readonly Condition _condition;
    private readonly IReadOnlyList<DocumentPath> _paths;

    private ConditionExpression(Condition condition, IReadOnlyList<DocumentPath> paths) => (_condition, _paths) = (condition, paths);

    /// <param name="scope">The request's placeholders.</param>
    /// <param name="text">The expression.</param>
    /// <param name="parameter"><c>ConditionExpression</c> or <c>FilterExpression</c>, for errors.</param>
    /// <exception cref="AwsException"><c>ValidationException</c> with the service's text.</exception>
    public static ConditionExpression Parse(ExpressionScope scope, string text, string parameter)
    {
        scope.CheckPlaceholders();
        var errors = new ExpressionErrors(parameter);
        var syntax = Parsed.Get(text, errors);
        var binder = new ConditionBinder(scope, errors);
        return new ConditionExpression(binder.Bind(syntax), binder.Paths);
    }

    /// <summary>The top-level attributes that the expression reads: a filter may not name a key attribute.</summary>
    public IReadOnlyCollection<string> RootAttributes => PathRoots.Of(_paths);

    /// <summary>The top-level attributes into whose maps or lists it reads: none may be a key attribute.</summary>
    public IReadOnlyCollection<string> NestedRoots => PathRoots.OfNested(_paths);

    /// <summary>Whether the item fulfils the condition; <see cref="Item.Empty"/> stands for one that does not exist.</summary>
    public bool Matches(Item item) => _condition.Holds(item);
}
