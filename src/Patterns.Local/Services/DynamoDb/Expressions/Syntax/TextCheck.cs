using System.Globalization;

namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>Checks what an expression's text alone can tell: names of attributes and functions, list indexes.</summary>
internal readonly struct TextCheck(ExpressionErrors errors)
{
    private const int MaxIndexDigits = 10;
    private const int MaxPathLength = 32;

    private readonly ExpressionErrors _errors = errors;

    public void CheckCondition(ExpressionSyntax condition)
    {
        switch (condition)
        {
            case ParenthesesSyntax parentheses:
                CheckCondition(parentheses.Inner);
                break;
            case OperatorSyntax { IsLogical: true } logical:
                Array.ForEach(logical.Operands, CheckCondition);
                break;
            case FunctionSyntax function:
                CheckFunction(function, isCondition: true);
                break;
            default:
                CheckOperand(condition);
                break;
        }
    }

    /// <summary>Checks what an update assigns.</summary>
    public void CheckUpdate(ExpressionSyntax node)
    {
        if (node is FunctionSyntax function)
        {
            CheckUpdateFunction(function);
        }
        else if (node is PathSyntax path)
        {
            CheckPath(path);
        }
        else
        {
            Array.ForEach(OperandsOf(node), CheckUpdate);
        }
    }

    public void CheckPath(PathSyntax path)
    {
        foreach (var element in path.Elements)
        {
            CheckElement(element);
        }

        if (path.Elements.Length > MaxPathLength)
        {
            throw _errors.PathTooDeep(path.Elements.Length);
        }
    }

    private void CheckOperand(ExpressionSyntax node)
    {
        if (node is FunctionSyntax function)
        {
            CheckFunction(function, isCondition: false);
        }
        else if (node is PathSyntax path)
        {
            CheckPath(path);
        }
        else
        {
            Array.ForEach(OperandsOf(node), CheckOperand);
        }
    }

    private static ExpressionSyntax[] OperandsOf(ExpressionSyntax node) => node switch
    {
        OperatorSyntax operation => operation.Operands,
        ParenthesesSyntax parentheses => [parentheses.Inner],
        _ => [],
    };

    private void CheckFunction(FunctionSyntax function, bool isCondition)
    {
        CheckKnown(function);
        if (FunctionNames.IsUpdate(function.Name))
        {
            throw _errors.FunctionInCondition(function.Name);
        }

        if (FunctionNames.IsCondition(function.Name) != isCondition)
        {
            throw _errors.MisusedFunction(function.Name);
        }

        Array.ForEach(function.Operands, CheckOperand);
    }

    private void CheckUpdateFunction(FunctionSyntax function)
    {
        CheckKnown(function);
        if (!FunctionNames.IsUpdate(function.Name))
        {
            throw _errors.FunctionInUpdate(function.Name);
        }

        Array.ForEach(function.Operands, CheckUpdate);
    }

    private void CheckKnown(FunctionSyntax function)
    {
        if (!FunctionNames.IsKnown(function.Name))
        {
            throw _errors.UnknownFunction(function.Name);
        }
    }

    private void CheckElement(PathElementSyntax element)
    {
        if (element.Kind == TokenKind.Name && ReservedWords.Contains(element.Text))
        {
            throw _errors.ReservedWord(element.Text);
        }

        if (element.Kind == TokenKind.Integer && !IsIndex(element.Text))
        {
            throw _errors.ListIndex(element.Text);
        }
    }

    private static bool IsIndex(string digits) =>
        digits.Length <= MaxIndexDigits && long.Parse(digits, CultureInfo.InvariantCulture) <= int.MaxValue;
}
