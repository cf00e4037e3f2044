using Patterns.PipesAndFilters;

namespace PipesAndFilters.Functions;

/// <summary>Two filters as one function.</summary>
public sealed class UnbundleAndPriceFunction() : FilterHandler<OrderLine, PricedLine>(
    Import.UnbundleAndPrice,
    Json.Default.OrderLine,
    Json.Default.PricedLine,
    Pipes.Next,
    Pipes.DeadLetters);
