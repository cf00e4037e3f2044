using System.Runtime.InteropServices;
using System.Text.Json;

namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>One pass over a document that collects where each condition holds, and the verdict over all of them.</summary>
internal sealed class MatchRun(int conditionCount)
{
    private readonly ConditionState[] _states = new ConditionState[conditionCount];
    private int _arrays;

    public void Visit(PathNode node, JsonElement element) => Visit(node, element, null);

    public void VisitScalar(PathNode node, in PatternValue value) => VisitScalar(node, value, null);

    /// <summary>Notes that there is a value which no matcher can be asked about.</summary>
    public void VisitUnreadable(PathNode node)
    {
        foreach (var condition in node.Conditions)
        {
            _states[condition.Index].IsPresent = true;
        }
    }

    /// <summary>Whether all conditions of one alternative hold together.</summary>
    public bool Satisfies(Condition[][] alternatives)
    {
        foreach (var conditions in alternatives)
        {
            if (ConsistencySearch.HoldTogether(conditions, _states))
            {
                return true;
            }
        }

        return alternatives.Length == 0;
    }

    private void Visit(PathNode node, JsonElement element, ArrayPlace? place)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                VisitObject(node, element, place);
                break;
            case JsonValueKind.Array:
                VisitArray(node, element, place);
                break;
            default:
                VisitScalar(node, element, place);
                break;
        }
    }

    private void VisitObject(PathNode node, JsonElement element, ArrayPlace? place)
    {
        foreach (var property in element.EnumerateObject())
        {
            var raw = JsonMarshal.GetRawUtf8PropertyName(property);
            var child = raw.Contains((byte)'\\') ? FindEscaped(node, property) : node.Find(raw);
            if (child is not null)
            {
                Visit(child, property.Value, place);
            }
        }
    }

    private static PathNode? FindEscaped(PathNode node, JsonProperty property)
    {
        try
        {
            return node.Find(property.Name);
        }
        catch (InvalidOperationException)
        {
            // A key with half of a surrogate pair is no text that a pattern can name.
            return null;
        }
    }

    private void VisitArray(PathNode node, JsonElement array, ArrayPlace? place)
    {
        var number = _arrays++;
        var index = 0;
        foreach (var element in array.EnumerateArray())
        {
            var isScalar = element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
            Visit(node, element, isScalar ? place : new ArrayPlace(place, number, index));
            index++;
        }
    }

    private void VisitScalar(PathNode node, JsonElement element, ArrayPlace? place)
    {
        if (node.Conditions.Count > 0)
        {
            VisitScalar(node, PatternValue.Of(element), place);
        }
    }

    private void VisitScalar(PathNode node, in PatternValue value, ArrayPlace? place)
    {
        foreach (var condition in node.Conditions)
        {
            ref var state = ref _states[condition.Index];
            state.IsPresent = true;
            if (condition.Matches(value))
            {
                state.HoldsAt(place);
            }
        }
    }
}
