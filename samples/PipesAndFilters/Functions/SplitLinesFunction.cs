using Patterns.PipesAndFilters;

namespace PipesAndFilters.Functions;

/// <summary>The first filter as a function.</summary>
public sealed class SplitLinesFunction() : FilterHandler<ImportFile, ImportLine>(
    new SplitLines(),
    Json.Default.ImportFile,
    Json.Default.ImportLine,
    Pipes.Next,
    Pipes.DeadLetters);
