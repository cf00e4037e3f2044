using Patterns.Local.Services.DynamoDb.Expressions.Syntax;

namespace Patterns.Local.Services.DynamoDb.Expressions.Binding;

/// <summary>Refuses undefined placeholders before anything else is looked at.</summary>
internal sealed class PlaceholderWalk(ExpressionScope scope, ExpressionErrors errors)
{
    public void CheckNames(ExpressionSyntax node)
    {
        if (node is PathSyntax path)
        {
            CheckNames(path);
            return;
        }

        foreach (var child in ChildrenOf(node))
        {
            CheckNames(child);
        }
    }

    public void CheckValues(ExpressionSyntax node)
    {
        if (node is ValueSyntax value && scope.UseValue(value.Placeholder) is null)
        {
            throw errors.UndefinedValue(value.Placeholder);
        }

        foreach (var child in ChildrenOf(node))
        {
            CheckValues(child);
        }
    }

    private void CheckNames(PathSyntax path)
    {
        foreach (var element in path.Elements)
        {
            if (element.Kind == TokenKind.NamePlaceholder && scope.UseName(element.Text) is null)
            {
                throw errors.UndefinedName(element.Text);
            }
        }
    }

    private static ReadOnlySpan<ExpressionSyntax> ChildrenOf(ExpressionSyntax node) => node switch
    {
        FunctionSyntax function => function.Operands,
        OperatorSyntax operation => operation.Operands,
        ParenthesesSyntax parentheses => new[] { parentheses.Inner },
        _ => [],
    };
}
