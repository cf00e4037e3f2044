namespace PipesAndFilters.Functions;

public sealed record PricedLine(string Customer, string Article, int Quantity, long Cents);
