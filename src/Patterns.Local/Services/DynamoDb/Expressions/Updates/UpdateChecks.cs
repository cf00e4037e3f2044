using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Updates;

/// <summary>Checks the operands of an update's clauses, sums and functions.</summary>
internal sealed class UpdateChecks(ExpressionErrors errors)
{
    public void CheckClause(TokenKind clause, AttributeType type)
    {
        var isSet = type is AttributeType.SS or AttributeType.NS or AttributeType.BS;
        if (!isSet && !(clause == TokenKind.Add && type == AttributeType.N))
        {
            throw errors.ClauseOperandType(clause.ToString().ToUpperInvariant(), LongNameOf(type));
        }
    }

    public void CheckSum(OperatorSyntax sum, Operand[] operands) => CheckTypes(sum.Name, operands, AttributeType.N);

    public void CheckFunction(FunctionSyntax function, Operand[] operands)
    {
        OperandChecks.CheckCounts(function, errors);
        if (function.Name == FunctionNames.ListAppend)
        {
            CheckTypes(function.Name, operands, AttributeType.L);
            return;
        }

        if (operands[0].Path is null)
        {
            throw errors.PathRequired(function.Name);
        }

        OperandChecks.CheckDistinct(function.Name, operands, errors);
    }

    // What a sum or function yields is compared only when the item is there.
    private void CheckTypes(string name, Operand[] operands, AttributeType expected)
    {
        foreach (var operand in operands)
        {
            if (operand is ValueOperand { Value.Type: var type } && type != expected)
            {
                throw errors.OperandType(name, type.ToString());
            }
        }
    }

    private static string LongNameOf(AttributeType type) => type switch
    {
        AttributeType.S => "STRING",
        AttributeType.N => "NUMBER",
        AttributeType.B => "BINARY",
        AttributeType.M => "MAP",
        AttributeType.L => "LIST",
        AttributeType.BOOL => "BOOLEAN",
        _ => "NULL",
    };
}
