using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Language.Choices;

/// <summary><c>IsPresent</c>, <c>IsNull</c>, <c>IsString</c>, <c>IsNumeric</c>, <c>IsBoolean</c>, <c>IsTimestamp</c>.</summary>
internal sealed class TypeCondition(ChoiceOperand variable, string name, bool expected) : ChoiceCondition
{
    public static IReadOnlyList<string> Names { get; } = ["IsPresent", "IsNull", "IsString", "IsNumeric", "IsBoolean", "IsTimestamp"];

    public override bool IsTrue(IDataScope scope) =>
        name == "IsPresent" ? variable.Find(scope) is not null == expected : Is(variable.Value(scope)) == expected;

    private bool Is(JsonData value) => name switch
    {
        "IsNull" => value is NullData,
        "IsString" => value is TextData,
        "IsNumeric" => value is NumberData,
        "IsBoolean" => value is BooleanData,
        _ => value is TextData text && Timestamp.TryParse(text.Value, out _),
    };
}
