using Patterns.PipesAndFilters;

namespace PipesAndFilters.Functions;

/// <summary>Makes a message of each line.</summary>
public sealed class SplitLines : PureFilter<ImportFile, ImportLine>
{
    protected override IEnumerable<ImportLine> Apply(ImportFile file) =>
        file.Content.Split('\n').Select((text, index) => new ImportLine(file.Name, index + 1, text.Trim()));
}
