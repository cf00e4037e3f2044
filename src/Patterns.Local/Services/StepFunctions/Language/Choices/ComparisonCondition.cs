using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Language.Choices;

/// <summary>A comparison of two values; false when one of them has another type.</summary>
internal sealed class ComparisonCondition(ChoiceOperand variable, ComparisonName comparison, ChoiceOperand expected) : ChoiceCondition
{
    public override bool IsTrue(IDataScope scope)
    {
        var (left, right) = (variable.Value(scope), expected.Value(scope));
        return comparison.Type switch
        {
            ComparisonType.Boolean => left is BooleanData one && right is BooleanData other && one.Value == other.Value,
            ComparisonType.Numeric => left is NumberData one && right is NumberData other && Holds(one.Compare(other)),
            ComparisonType.Timestamp => left is TextData one && right is TextData other && AreInOrder(one.Value, other.Value),
            _ => left is TextData one && right is TextData other && Holds(one.Value, other.Value),
        };
    }

    private bool AreInOrder(string left, string right) =>
        Timestamp.TryParse(left, out var one) && Timestamp.TryParse(right, out var other) && Holds(one.CompareTo(other));

    private bool Holds(string left, string right) => comparison.Operator == ComparisonOperator.Matches
        ? WildcardPattern.IsMatch(right, left)
        : Holds(string.CompareOrdinal(left, right));

    private bool Holds(int order) => comparison.Operator switch
    {
        ComparisonOperator.Equals => order == 0,
        ComparisonOperator.LessThan => order < 0,
        ComparisonOperator.GreaterThan => order > 0,
        ComparisonOperator.LessThanEquals => order <= 0,
        _ => order >= 0,
    };
}
