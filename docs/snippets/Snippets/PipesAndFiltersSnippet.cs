using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.PipesAndFilters;

namespace Snippets;

public sealed record ImportFile(string Name, IReadOnlyList<string> Lines);

public sealed record ImportLine(string Sku, int Quantity);

[JsonSerializable(typeof(ImportFile))]
[JsonSerializable(typeof(ImportLine))]
public sealed partial class ImportJson : JsonSerializerContext;

// snippet: pipes-and-filters
public sealed class SplitLines : PureFilter<ImportFile, ImportLine>
{
    protected override IEnumerable<ImportLine> Apply(ImportFile file) =>
        from line in file.Lines
        let cells = line.Split(';')
        select new ImportLine(cells[0], int.Parse(cells[1]));
}

public static class Import
{
    public static readonly Filter<ImportLine, ImportLine> KnownOnly = Filters.Where<ImportLine>("known only", line => line.Sku.StartsWith("S-", StringComparison.Ordinal));

    // In one process: for a test, a small import, or a function that is the whole pipeline.
    public static readonly Pipeline<ImportFile, ImportLine> All = Pipeline.Start<ImportFile>().Then(new SplitLines()).Then(KnownOnly);
}
// end

// snippet: pipes-and-filters-function
// The same filter as a function between two queues.
public sealed class SplitLinesFunction() : FilterHandler<ImportFile, ImportLine>(
    new SplitLines(),
    ImportJson.Default.ImportFile,
    ImportJson.Default.ImportLine,
    new FilterOptions { Next = Destination.From(Environment.GetEnvironmentVariable("KNOWN_ONLY_QUEUE")!) },
    new RecordHandlerOptions { FailureDestination = Destination.From(Environment.GetEnvironmentVariable("DEAD_LETTERS")!) });
// end

internal static class SmallImport
{
    public static async Task RunAsync(ImportFile file, CancellationToken cancellationToken)
    {
        // snippet: pipes-and-filters-process
        await foreach (var line in Import.All.RunAsync(file, cancellationToken))
        {
            Console.WriteLine($"{line.Quantity} of {line.Sku}");
        }
        // end
    }
}
