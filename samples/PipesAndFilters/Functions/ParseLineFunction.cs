using Patterns.PipesAndFilters;

namespace PipesAndFilters.Functions;

/// <summary>The second filter as a function.</summary>
public sealed class ParseLineFunction() : FilterHandler<ImportLine, OrderLine>(
    new ParseLine(),
    Json.Default.ImportLine,
    Json.Default.OrderLine,
    Pipes.Next,
    Pipes.DeadLetters);
