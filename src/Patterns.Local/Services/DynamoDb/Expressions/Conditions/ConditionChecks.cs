using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

/// <summary>Checks the operands of one comparison or function.</summary>
internal sealed class ConditionChecks(ExpressionErrors errors)
{
    private const int MaxCandidates = 100;
    private const string AnyType = "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}";

    public void Check(OperatorSyntax operation, Operand[] operands)
    {
        OperandChecks.CheckCounts(operation, errors);
        if (operation.Kind == TokenKind.In && operands.Length - 1 > MaxCandidates)
        {
            throw errors.TooManyCandidates(operands.Length - 1);
        }

        OperandChecks.CheckDistinct(operation.Name, operands, errors);
        CheckSizes(operands);
        if (operation.Kind is not (TokenKind.Equal or TokenKind.NotEqual or TokenKind.In))
        {
            CheckTypes(operation.Name, operands, type => type is AttributeType.S or AttributeType.N or AttributeType.B);
        }

        if (operation.Kind == TokenKind.Between)
        {
            CheckBounds(operands[1], operands[2]);
        }
    }

    public void Check(FunctionSyntax function, Operand[] operands)
    {
        OperandChecks.CheckCounts(function, errors);
        OperandChecks.CheckDistinct(function.Name, operands, errors);
        CheckSizes(operands);
        switch (function.Name)
        {
            case FunctionNames.Exists or FunctionNames.NotExists:
                CheckPath(function.Name, operands[0]);
                break;
            case FunctionNames.TypeIs:
                CheckPath(function.Name, operands[0]);
                CheckTypeName(function.Name, operands[1]);
                break;
            case FunctionNames.BeginsWith:
                CheckTypes(function.Name, operands, type => type is AttributeType.S or AttributeType.B);
                break;
        }
    }

    private void CheckSizes(Operand[] operands)
    {
        foreach (var operand in operands)
        {
            if (operand is SizeOperand size)
            {
                CheckSizes([size.Measured]);
                CheckTypes(FunctionNames.Size, [size.Measured], type => type is not (AttributeType.N or AttributeType.BOOL or AttributeType.NULL));
            }
        }
    }

    private void CheckTypes(string name, Operand[] operands, Predicate<AttributeType> isAllowed)
    {
        foreach (var operand in operands)
        {
            if (operand.KnownType is { } type && !isAllowed(type))
            {
                throw errors.OperandType(name, type.ToString());
            }
        }
    }

    private void CheckBounds(Operand low, Operand high)
    {
        if (low is not ValueOperand { Value: var lowest } || high is not ValueOperand { Value: var highest })
        {
            return;
        }

        if (lowest.Type != highest.Type)
        {
            throw errors.BoundTypes(lowest, highest);
        }

        if (AttributeOrder.Instance.Compare(lowest, highest) > 0)
        {
            throw errors.BoundOrder(lowest, highest);
        }
    }

    private void CheckPath(string function, Operand operand)
    {
        if (operand.Path is null)
        {
            throw errors.PathRequired(function);
        }
    }

    private void CheckTypeName(string function, Operand operand)
    {
        if (operand is not ValueOperand { Value: StringValue name })
        {
            throw errors.OperandType(function, operand.KnownType?.ToString() ?? AnyType);
        }

        if (!Enum.TryParse<AttributeType>(name.Text, out var type) || type.ToString() != name.Text)
        {
            throw errors.TypeName(name.Text);
        }
    }
}
