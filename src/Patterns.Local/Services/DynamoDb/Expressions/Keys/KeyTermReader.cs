using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Expressions.Conditions;
using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Keys;

/// <summary>Takes a condition apart into the terms that a key allows.</summary>
internal sealed class KeyTermReader(ConditionBinder binder)
{
    private readonly List<KeyTerm> _terms = [];

    public IReadOnlyList<KeyTerm> Terms => _terms;

    public void Read(ExpressionSyntax node)
    {
        switch (node)
        {
            case ParenthesesSyntax parentheses:
                Read(parentheses.Inner);
                break;
            case OperatorSyntax { Kind: TokenKind.And } all:
                Array.ForEach(all.Operands, Read);
                break;
            case OperatorSyntax operation:
                ReadComparison(operation);
                break;
            case FunctionSyntax function:
                ReadFunction(function);
                break;
        }
    }

    private void ReadComparison(OperatorSyntax operation)
    {
        if (operation.IsLogical || operation.Kind is TokenKind.In or TokenKind.NotEqual)
        {
            throw KeyErrors.InvalidOperator(operation.Name);
        }

        var operands = binder.BindOperands(operation);
        if (operation.Kind == TokenKind.Between)
        {
            CheckFirst(operation.Name, operands[0]);
        }

        AddTerm(operation.Kind, operands);
    }

    private void ReadFunction(FunctionSyntax function)
    {
        if (function.Name != FunctionNames.BeginsWith)
        {
            throw KeyErrors.InvalidOperator(function.Name);
        }

        var operands = binder.BindOperands(function);
        CheckFirst(function.Name, operands[0]);
        AddTerm(null, operands);
    }

    private static void CheckFirst(string name, Operand operand)
    {
        if (operand.Path is null)
        {
            throw KeyErrors.KeyNotFirst(name);
        }
    }

    private void AddTerm(TokenKind? comparison, Operand[] operands)
    {
        var path = FindAttribute(operands) ?? throw KeyErrors.NoAttribute();
        if (_terms.Exists(term => term.Attribute == path.Root))
        {
            throw KeyErrors.Repeated();
        }

        var values = operands.OfType<ValueOperand>().Select(operand => operand.Value).ToArray();
        _terms.Add(new KeyTerm(path.Root, operands[0].Path is null ? Mirror(comparison) : comparison, values));
    }

    private static DocumentPath? FindAttribute(Operand[] operands)
    {
        DocumentPath? found = null;
        foreach (var operand in operands)
        {
            found = operand switch
            {
                SizeOperand => throw KeyErrors.Nested(),
                { Path: null } => found,
                _ when found is not null => throw KeyErrors.SeveralAttributes(),
                { Path.IsNested: true } => throw KeyErrors.NestedAttribute(),
                _ => operand.Path,
            };
        }

        return found;
    }

    private static TokenKind? Mirror(TokenKind? comparison) => comparison switch
    {
        TokenKind.Less => TokenKind.Greater,
        TokenKind.LessOrEqual => TokenKind.GreaterOrEqual,
        TokenKind.Greater => TokenKind.Less,
        TokenKind.GreaterOrEqual => TokenKind.LessOrEqual,
        _ => comparison,
    };
}
