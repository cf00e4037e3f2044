using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Language.Intrinsics;

/// <summary>The values that a function is called with.</summary>
internal sealed class IntrinsicArguments(JsonData[] values, IDataScope scope)
{
    private const int MaxText = 10_000;

    public JsonData this[int index] => values[index];

    public IReadOnlyList<JsonData> All => values;

    public int Count => values.Length;

    public double NextRandom() => scope.NextRandom();

    public string Text(int index) => values[index] is TextData text ? text.Value : throw Wrong(index, "a text");

    /// <summary>A text of at most 10,000 characters, as encoding and hashing take it.</summary>
    public string BoundedText(int index)
    {
        var text = Text(index);
        return text.Length <= MaxText ? text : throw new IntrinsicException($"The argument at position {index + 1} has more than {MaxText} characters.");
    }

    public IReadOnlyList<JsonData> Array(int index) => values[index] is ArrayData array ? array.Items : throw Wrong(index, "an array");

    public ObjectData Object(int index) => values[index] as ObjectData ?? throw Wrong(index, "an object");

    /// <summary>A whole number; one with a fraction is rounded to the nearest.</summary>
    public int Integer(int index)
    {
        var number = values[index] as NumberData ?? throw Wrong(index, "a number");
        var value = Math.Floor(number.Value + 0.5);
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Wrong(index, "an integer of 32 bits");
    }

    private IntrinsicException Wrong(int index, string wanted) => new($"The argument at position {index + 1} must be {wanted}, but was: {Shown(values[index])}");

    private static string Shown(JsonData value)
    {
        const int most = 100;
        var text = value.ByteCount > 10 * most ? $"a value of {value.ByteCount} bytes" : value.ToString();
        return text.Length > most ? text[..most] + "..." : text;
    }
}
