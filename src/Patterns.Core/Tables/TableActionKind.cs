namespace Patterns.Tables;

/// <summary>What a <see cref="TableAction"/> does to its attribute.</summary>
public enum TableActionKind
{
    /// <summary>Gives it a value.</summary>
    Set,

    /// <summary>Gives it a value if it has none.</summary>
    SetIfMissing,

    /// <summary>Takes it away.</summary>
    Remove,

    /// <summary>Adds a number to it; a missing one counts as 0.</summary>
    Add,

    /// <summary>Adds texts to its set; a missing one is made.</summary>
    AddToSet,

    /// <summary>Takes texts out of its set; with the last one, the attribute goes.</summary>
    RemoveFromSet,
}
