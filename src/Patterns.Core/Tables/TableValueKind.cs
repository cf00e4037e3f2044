namespace Patterns.Tables;

#pragma warning disable CA1720 // The kinds have the names that everyone knows them by.
/// <summary>What a <see cref="TableValue"/> holds.</summary>
public enum TableValueKind
{
    /// <summary>Nothing, on purpose.</summary>
    Null,

    /// <summary>Text.</summary>
    String,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Bytes.</summary>
    Binary,

    /// <summary>A set of texts that is not empty.</summary>
    StringSet,

    /// <summary>Values in an order.</summary>
    List,

    /// <summary>Values by name.</summary>
    Map,
}
#pragma warning restore CA1720
