using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;

namespace Patterns.Local.Services.DynamoDb.Expressions.Updates;

/// <summary>
/// Puts names and values in the place of an update's placeholders and checks what only they can tell: first that the names are
/// defined, then the values, then the written paths among each other, and last the operands.
/// </summary>
internal sealed class UpdateBinder(ExpressionScope scope, ExpressionErrors errors)
{
    private readonly PathBinder _paths = new(scope, errors);
    private readonly UpdateChecks _checks = new(errors);

    /// <summary>All paths, those that are read too.</summary>
    public IReadOnlyList<DocumentPath> Paths => _paths.Paths;

    public UpdateAction[] Bind(ActionSyntax[] syntax)
    {
        CheckPlaceholders(syntax);
        var written = Array.ConvertAll(syntax, action => _paths.Bind(action.Path));
        PathOverlaps.Check(written, errors);
        CheckClauses(syntax);
        return [.. syntax.Select((action, i) => BindAction(action, written[i]))];
    }

    private void CheckPlaceholders(ActionSyntax[] syntax)
    {
        var walk = new PlaceholderWalk(scope, errors);
        foreach (var action in syntax)
        {
            walk.CheckNames(action.Path);
            if (action.Value is not null)
            {
                walk.CheckNames(action.Value);
            }
        }

        foreach (var action in syntax)
        {
            if (action.Value is not null)
            {
                walk.CheckValues(action.Value);
            }
        }
    }

    private void CheckClauses(ActionSyntax[] syntax)
    {
        foreach (var action in syntax)
        {
            if (action is { Clause: TokenKind.Add or TokenKind.Delete, Value: ValueSyntax value })
            {
                _checks.CheckClause(action.Clause, scope.UseValue(value.Placeholder)!.Type);
            }
        }
    }

    private UpdateAction BindAction(ActionSyntax action, DocumentPath path) =>
        new(action.Clause, path, action.Value is null ? null : BindOperand(action.Value));

    private Operand BindOperand(ExpressionSyntax syntax) => syntax switch
    {
        ParenthesesSyntax parentheses => BindOperand(parentheses.Inner),
        PathSyntax path => new RequiredPathOperand(_paths.Bind(path)),
        ValueSyntax value => new ValueOperand(scope.UseValue(value.Placeholder)!),
        OperatorSyntax sum => BindSum(sum),
        _ => BindFunction((FunctionSyntax)syntax),
    };

    private SumOperand BindSum(OperatorSyntax sum)
    {
        var operands = Array.ConvertAll(sum.Operands, BindOperand);
        _checks.CheckSum(sum, operands);
        return new SumOperand(operands[0], operands[1], sum.Kind == TokenKind.Minus);
    }

    private Operand BindFunction(FunctionSyntax function)
    {
        var operands = Array.ConvertAll(function.Operands, BindOperand);
        _checks.CheckFunction(function, operands);
        return function.Name == FunctionNames.IfNotExists
            ? new IfNotExistsOperand(operands[0].Path!, operands[1])
            : new ListAppendOperand(operands[0], operands[1]);
    }
}
