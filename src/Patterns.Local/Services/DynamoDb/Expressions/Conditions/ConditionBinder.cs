using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

/// <summary>
/// Puts names and values in the place of a condition's placeholders and checks, comparison by comparison, what only they can
/// tell: first that they are defined, then how many operands there are, that these differ, and last their types.
/// </summary>
internal sealed class ConditionBinder(ExpressionScope scope, ExpressionErrors errors)
{
    private readonly PathBinder _paths = new(scope, errors);
    private readonly ConditionChecks _checks = new(errors);

    public IReadOnlyList<DocumentPath> Paths => _paths.Paths;

    public Condition Bind(ExpressionSyntax syntax) => syntax switch
    {
        ParenthesesSyntax parentheses => Bind(parentheses.Inner),
        OperatorSyntax { Kind: TokenKind.And } all => new AllOf(Array.ConvertAll(all.Operands, Bind)),
        OperatorSyntax { Kind: TokenKind.Or } any => new AnyOf(Array.ConvertAll(any.Operands, Bind)),
        OperatorSyntax { Kind: TokenKind.Not } not => new Negation(Bind(not.Operands[0])),
        OperatorSyntax operation => BindComparison(operation),
        _ => BindFunction((FunctionSyntax)syntax),
    };

    /// <summary>The operands of a comparison or function, checked.</summary>
    public Operand[] BindOperands(OperatorSyntax operation)
    {
        var operands = Array.ConvertAll(operation.Operands, BindOperand);
        _checks.Check(operation, operands);
        return operands;
    }

    /// <inheritdoc cref="BindOperands(OperatorSyntax)"/>
    public Operand[] BindOperands(FunctionSyntax function)
    {
        var operands = Array.ConvertAll(function.Operands, BindOperand);
        _checks.Check(function, operands);
        return operands;
    }

    private Condition BindComparison(OperatorSyntax operation)
    {
        var operands = BindOperands(operation);
        return operation.Kind switch
        {
            TokenKind.Equal => new EqualityCondition(operands[0], operands[1]),
            TokenKind.NotEqual => new Negation(new EqualityCondition(operands[0], operands[1])),
            TokenKind.Between => new BetweenCondition(operands[0], operands[1], operands[2]),
            TokenKind.In => new InCondition(operands[0], operands[1..]),
            _ => new OrderCondition(operation.Kind, operands[0], operands[1]),
        };
    }

    private Condition BindFunction(FunctionSyntax function)
    {
        var operands = BindOperands(function);
        return function.Name switch
        {
            FunctionNames.Exists => new ExistenceCondition(operands[0].Path!),
            FunctionNames.NotExists => new Negation(new ExistenceCondition(operands[0].Path!)),
            FunctionNames.TypeIs => new TypeCondition(operands[0].Path!, Enum.Parse<AttributeType>(TextOf(operands[1]))),
            FunctionNames.BeginsWith => new PrefixCondition(operands[0], operands[1]),
            _ => new ContainsCondition(operands[0], operands[1]),
        };
    }

    private Operand BindOperand(ExpressionSyntax syntax) => syntax switch
    {
        ParenthesesSyntax parentheses => BindOperand(parentheses.Inner),
        PathSyntax path => new PathOperand(_paths.Bind(path)),
        ValueSyntax value => new ValueOperand(scope.UseValue(value.Placeholder) ?? throw errors.UndefinedValue(value.Placeholder)),
        _ => new SizeOperand(BindFirst(((FunctionSyntax)syntax).Operands)),
    };

    // That there is one operand only is checked when all names and values are known.
    private Operand BindFirst(ExpressionSyntax[] operands) => Array.ConvertAll(operands, BindOperand)[0];

    private static string TextOf(Operand operand) => ((StringValue)((ValueOperand)operand).Value).Text;
}
