using System.Globalization;
using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;

namespace Patterns.Local.Services.DynamoDb.Expressions.Binding;

/// <summary>Puts names in the place of a path's placeholders.</summary>
internal sealed class PathBinder(ExpressionScope scope, ExpressionErrors errors)
{
    private readonly List<DocumentPath> _paths = [];

    /// <summary>The paths so far, in the order of the text.</summary>
    public IReadOnlyList<DocumentPath> Paths => _paths;

    public DocumentPath Bind(PathSyntax syntax)
    {
        var steps = new PathStep[syntax.Elements.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = Bind(syntax.Elements[i]);
        }

        var path = new DocumentPath(steps);
        _paths.Add(path);
        return path;
    }

    private PathStep Bind(PathElementSyntax element) => element.Kind switch
    {
        TokenKind.Name => new PathStep(element.Text, 0),
        TokenKind.NamePlaceholder => new PathStep(scope.UseName(element.Text) ?? throw errors.UndefinedName(element.Text), 0),
        _ => new PathStep(null, int.Parse(element.Text, CultureInfo.InvariantCulture)),
    };
}
