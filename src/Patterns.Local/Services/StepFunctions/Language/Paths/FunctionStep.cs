using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary><c>.length()</c>, <c>.min()</c>, <c>.max()</c>, <c>.avg()</c>, <c>.sum()</c> and <c>.keys()</c> at the end of a path.</summary>
internal sealed class FunctionStep(string name) : PathStep
{
    public static IReadOnlyList<string> Names { get; } = ["length", "size", "min", "max", "avg", "sum", "keys"];

    public override bool IsDefinite => true;

    public override JsonData? SelectOne(JsonData value) => name switch
    {
        "length" or "size" => Length(value),
        "keys" => value is ObjectData members ? new ArrayData([.. members.Members.Select(member => new TextData(member.Key))]) : null,
        _ => Aggregate(value),
    };

    private static NumberData? Length(JsonData value) => value switch
    {
        ArrayData array => new NumberData(array.Items.Count),
        ObjectData members => new NumberData(members.Members.Count),
        TextData text => new NumberData(text.Value.Length),
        _ => null,
    };

    private NumberData? Aggregate(JsonData value)
    {
        var numbers = (value as ArrayData)?.Items.OfType<NumberData>().Select(number => number.Value).ToList();
        if (numbers is null or { Count: 0 })
        {
            return null;
        }

        var result = name switch
        {
            "min" => numbers.Min(),
            "max" => numbers.Max(),
            "sum" => numbers.Sum(),
            _ => numbers.Average(),
        };
        return double.IsFinite(result) ? new NumberData(result) : null;
    }
}
