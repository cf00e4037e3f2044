namespace Patterns.Cqrs.Internal;

/// <summary>What a change of an aggregate does to a row.</summary>
/// <param name="Key">Which row.</param>
/// <param name="Apply">Makes of the row as it is, null for none, the row as it is to be, null for none.</param>
internal readonly record struct RowChange(ViewKey Key, Func<object?, object?> Apply);
