using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;
using Patterns.Local.Services.DynamoDb.Expressions.Updates;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>An update, ready to be applied.</summary>
internal sealed class UpdateExpression
{
    private static readonly ParsedExpressions<ActionSyntax[]> Parsed = new(UpdateParser.Parse);

    private readonly UpdateAction[] _actions;
    private readonly IReadOnlyList<DocumentPath> _paths;

    private UpdateExpression(UpdateAction[] actions, IReadOnlyList<DocumentPath> paths) => (_actions, _paths) = (actions, paths);

    /// <exception cref="AwsException"><c>ValidationException</c> with the service's text.</exception>
    public static UpdateExpression Parse(ExpressionScope scope, string text)
    {
        scope.CheckPlaceholders();
        var errors = new ExpressionErrors("UpdateExpression");
        var syntax = Parsed.Get(text, errors);
        var binder = new UpdateBinder(scope, errors);
        return new UpdateExpression(binder.Bind(syntax), binder.Paths);
    }

    /// <summary>The top-level attributes that the expression writes: none may belong to the table's key.</summary>
    public IReadOnlyCollection<string> WrittenRoots => PathRoots.Of(WrittenPaths());

    /// <summary>The top-level attributes into whose maps or lists it reads or writes: none may be a key attribute.</summary>
    public IReadOnlyCollection<string> NestedRoots => PathRoots.OfNested(_paths);

    /// <summary>The item after the update; all right-hand sides see the item before it.</summary>
    /// <exception cref="AwsException"><c>ValidationException</c>: the item's values do not fit the update.</exception>
    public Item Apply(Item before) => UpdateRun.Apply(_actions, before);

    /// <summary>The values at the paths that the expression writes, in the form of <c>UPDATED_OLD</c> and <c>UPDATED_NEW</c>.</summary>
    public Item SelectWritten(Item item) => new ProjectionTree(WrittenPaths()).Select(item);

    private DocumentPath[] WrittenPaths() => Array.ConvertAll(_actions, action => action.Path);
}
