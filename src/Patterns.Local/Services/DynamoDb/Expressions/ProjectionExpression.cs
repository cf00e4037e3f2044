using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>Paths of which a read returns the values only.</summary>
internal sealed class ProjectionExpression
{
    private static readonly ParsedExpressions<PathSyntax[]> Parsed = new(ProjectionParser.Parse);

    private readonly IReadOnlyList<DocumentPath> _paths;
    private readonly ProjectionTree _tree;

    private ProjectionExpression(IReadOnlyList<DocumentPath> paths) => (_paths, _tree) = (paths, new ProjectionTree(paths));

    /// <exception cref="AwsException"><c>ValidationException</c> with the service's text.</exception>
    public static ProjectionExpression Parse(ExpressionScope scope, string text)
    {
        scope.CheckPlaceholders();
        var errors = new ExpressionErrors("ProjectionExpression");
        var syntax = Parsed.Get(text, errors);
        var binder = new PathBinder(scope, errors);
        var paths = Array.ConvertAll(syntax, binder.Bind);
        PathOverlaps.Check(paths, errors);
        return new ProjectionExpression(paths);
    }

    /// <summary>The top-level attributes that the expression names: an index must hold them.</summary>
    public IReadOnlyCollection<string> RootAttributes => PathRoots.Of(_paths);

    /// <summary>The top-level attributes into whose maps or lists it reads: none may be a key attribute.</summary>
    public IReadOnlyCollection<string> NestedRoots => PathRoots.OfNested(_paths);

    public Item Apply(Item item) => _tree.Select(item);
}
