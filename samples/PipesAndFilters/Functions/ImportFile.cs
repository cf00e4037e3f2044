namespace PipesAndFilters.Functions;

/// <summary>A file of orders, a line each: <c>customer;article;quantity</c>. Lines that begin with # are remarks.</summary>
public sealed record ImportFile(string Name, string Content);
