namespace Patterns.Tables;

/// <summary>What a <see cref="TableUpdate"/> does to one attribute.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Attribute">To which attribute.</param>
/// <param name="Value">With which value; null for <see cref="TableActionKind.Remove"/>.</param>
public sealed record TableAction(TableActionKind Kind, string Attribute, TableValue? Value);
