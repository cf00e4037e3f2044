using Patterns.PipesAndFilters;

namespace PipesAndFilters.Functions;

/// <summary>The whole pipeline as one function.</summary>
public sealed class WholeImportFunction() : FilterHandler<ImportFile, PricedLine>(
    Import.Whole,
    Json.Default.ImportFile,
    Json.Default.PricedLine,
    Pipes.Next,
    Pipes.DeadLetters);
