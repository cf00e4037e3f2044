namespace PipesAndFilters.Functions;

public sealed record OrderLine(string Customer, string Article, int Quantity);
