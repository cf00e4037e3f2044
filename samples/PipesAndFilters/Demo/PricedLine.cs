namespace PipesAndFilters.Demo;

internal sealed record PricedLine(string Customer, string Article, int Quantity, long Cents);
