namespace PipesAndFilters.Functions;

public sealed record ImportLine(string File, int Number, string Text);
