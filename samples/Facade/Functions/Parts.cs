namespace Facade.Functions;

public sealed record Product(string Sku, string Name, int Grams);

public sealed record Price(decimal Amount, string Currency);

/// <param name="Pieces">Null when nobody knows.</param>
/// <param name="Warehouse">Where it is sent from.</param>
public sealed record StockLevel(int? Pieces, string Warehouse);

public sealed record Delivery(string From, int Days);

public sealed record ReviewSummary(int Count, decimal Stars);
