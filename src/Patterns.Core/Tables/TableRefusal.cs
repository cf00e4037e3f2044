namespace Patterns.Tables;

/// <summary>A write whose condition kept a transaction from taking effect.</summary>
/// <param name="Index">Which of the transaction's writes.</param>
/// <param name="Item">The item as it was found; null when there was none.</param>
public sealed record TableRefusal(int Index, TableItem? Item);
