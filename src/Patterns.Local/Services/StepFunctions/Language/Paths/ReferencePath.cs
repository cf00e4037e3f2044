using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary>Where <c>ResultPath</c> puts a result.</summary>
internal sealed class ReferencePath(DataPath path)
{
    public static ReferencePath Whole { get; } = new(DataPath.Parse("$"));

    public string Text => path.Text;

    /// <summary>The input with the result at this place; missing objects on the way are made.</summary>
    /// <exception cref="EvaluationException"><c>States.ResultPathMatchFailure</c>: the place does not fit to the input.</exception>
    public JsonData Place(JsonData input, JsonData result) =>
        Place(input, result, 0) ?? throw new EvaluationException(
            StatesErrors.ResultPathMatchFailure, $"Unable to apply ReferencePath {path.Text} to input {input}");

    private JsonData? Place(JsonData? target, JsonData result, int depth)
    {
        if (depth == path.Steps.Count)
        {
            return result;
        }

        return path.Steps[depth] switch
        {
            MemberStep member => PlaceMember(target, member, result, depth),
            IndexStep index => PlaceItem(target, index.Index, result, depth),
            _ => null,
        };
    }

    private ObjectData? PlaceMember(JsonData? target, MemberStep member, JsonData result, int depth)
    {
        if ((target ?? ObjectData.Empty) is not ObjectData members)
        {
            return null;
        }

        members.TryGet(member.Name, out var old);
        return Place(old, result, depth + 1) is { } placed ? members.With(member.Name, placed) : null;
    }

    private ArrayData? PlaceItem(JsonData? target, int index, JsonData result, int depth)
    {
        if (target is not ArrayData array || index < 0 || index >= array.Items.Count)
        {
            return null;
        }

        if (Place(array.Items[index], result, depth + 1) is not { } placed)
        {
            return null;
        }

        JsonData[] items = [.. array.Items];
        items[index] = placed;
        return new ArrayData(items);
    }
}
