using Patterns.Local.Services.DynamoDb.Expressions.Syntax;

namespace Patterns.Local.Services.DynamoDb.Expressions.Binding;

/// <summary>Checks that conditions and updates share.</summary>
internal static class OperandChecks
{
    /// <summary>Refuses functions with too many or too few operands, inner ones first.</summary>
    public static void CheckCounts(ExpressionSyntax node, ExpressionErrors errors)
    {
        switch (node)
        {
            case FunctionSyntax function:
                CheckCounts(function.Operands, errors);
                CheckCount(function, errors);
                break;
            case OperatorSyntax operation:
                CheckCounts(operation.Operands, errors);
                break;
            case ParenthesesSyntax parentheses:
                CheckCounts(parentheses.Inner, errors);
                break;
        }
    }

    /// <summary>Refuses an operator whose first operand is the same path as another.</summary>
    public static void CheckDistinct(string name, ReadOnlySpan<Operand> operands, ExpressionErrors errors)
    {
        var first = operands[0].Path;
        foreach (var operand in operands[1..])
        {
            if (first is not null && first.Equals(operand.Path))
            {
                throw errors.NotDistinct(name, first);
            }
        }
    }

    private static void CheckCounts(ExpressionSyntax[] nodes, ExpressionErrors errors)
    {
        foreach (var node in nodes)
        {
            CheckCounts(node, errors);
        }
    }

    private static void CheckCount(FunctionSyntax function, ExpressionErrors errors)
    {
        if (function.Operands.Length != FunctionNames.CountOperands(function.Name))
        {
            throw errors.OperandCount(function.Name, function.Operands.Length);
        }
    }
}
