namespace PipesAndFilters.Demo;

internal sealed record ImportFile(string Name, string Content);
