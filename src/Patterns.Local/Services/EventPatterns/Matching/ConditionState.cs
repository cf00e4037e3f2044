namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>What one pass over a document found out about a condition.</summary>
internal struct ConditionState
{
    private List<ArrayPlace>? _places;

    /// <summary>Whether the document has a value at the path.</summary>
    public bool IsPresent { get; set; }

    /// <summary>Whether a matching value lies outside of all arrays of objects, so that it goes with everything.</summary>
    public bool HoldsAnywhere { get; private set; }

    /// <summary>The array elements in which a matching value lies.</summary>
    public readonly IReadOnlyList<ArrayPlace> Places => _places ?? (IReadOnlyList<ArrayPlace>)[];

    public void HoldsAt(ArrayPlace? place)
    {
        if (place is null)
        {
            HoldsAnywhere = true;
        }
        else if (_places is null || !ReferenceEquals(_places[^1], place))
        {
            (_places ??= []).Add(place);
        }
    }
}
