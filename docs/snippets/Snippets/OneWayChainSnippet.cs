using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.OneWayChain;

namespace Snippets;

public sealed record ScannedPage(string Id, string Text);

public sealed record IndexedPage(string Id, int Words);

[JsonSerializable(typeof(ScannedPage))]
[JsonSerializable(typeof(IndexedPage))]
public sealed partial class PageJson : JsonSerializerContext;

// snippet: one-way-chain
public sealed class IndexPage() : ChainLinkHandler<ScannedPage, IndexedPage>(
    PageJson.Default.ScannedPage,
    PageJson.Default.IndexedPage,
    new ChainLinkOptions
    {
        Step = "index",
        Next = Destination.From(Environment.GetEnvironmentVariable("ARCHIVE_QUEUE")!),
        Failures = Destination.From(Environment.GetEnvironmentVariable("FAILURES_QUEUE")!),
    })
{
    protected override ValueTask<IndexedPage> RunStepAsync(ScannedPage page, ChainPosition position, RecordContext context) => page.Text is ""
        ? throw new NonRetryableException("The page has no text.")
        : ValueTask.FromResult(new IndexedPage(page.Id, page.Text.Split(' ').Length));
}
// end

// snippet: one-way-chain-function
public sealed class CountPageWords() : ChainFunctionHandler<ScannedPage, IndexedPage>(
    PageJson.Default.ScannedPage,
    PageJson.Default.IndexedPage,
    new ChainFunctionOptions { Step = "count" })
{
    // What it returns is handed on by the function's on-success destination, and what it throws by the one on failure.
    protected override ValueTask<IndexedPage> RunStepAsync(ScannedPage page, ChainPosition position, RecordContext context) =>
        ValueTask.FromResult(new IndexedPage(page.Id, page.Text.Split(' ').Length));
}
// end

// snippet: one-way-chain-failures
public sealed class RecordFailures() : ChainFailureHandler(new ChainFailureOptions
{
    Failures = Destination.From(Environment.GetEnvironmentVariable("FAILURES_QUEUE")!),
    Steps = new Dictionary<string, string>
    {
        [Environment.GetEnvironmentVariable("INDEX_DEAD_LETTERS")!] = "index",
        [Environment.GetEnvironmentVariable("COUNT_FUNCTION")!] = "count",
    },
});
// end

internal static class Scanner
{
    // snippet: one-way-chain-start
    public static Task ScannedAsync(ChainStart<ScannedPage> chain, ScannedPage page, CancellationToken cancellationToken) =>
        chain.StartAsync(page.Id, page, cancellationToken);
    // end
}
