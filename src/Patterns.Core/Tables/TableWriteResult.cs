namespace Patterns.Tables;

/// <summary>What became of a write.</summary>
/// <param name="Applied">Whether the condition held, so that the write took effect.</param>
/// <param name="Item">
/// After an update that took effect, the item as it is now. After a condition that did not hold, the item as it was found, null
/// when there was none. Else null.
/// </param>
public readonly record struct TableWriteResult(bool Applied, TableItem? Item);
