using Patterns;
using Patterns.Aws;
using Patterns.OneWayChain;

namespace OneWayChain.Functions;

/// <summary>The last step: puts a document on its shelf, and reports the chain's completion. One shelf is full.</summary>
public sealed class Archive() : ChainLinkHandler<IndexedDocument, ArchivedDocument>(Json.Default.IndexedDocument, Json.Default.ArchivedDocument, new ChainLinkOptions
{
    Step = "archive",
    Completed = Destination.From(Environment.GetEnvironmentVariable("COMPLETIONS_QUEUE")!),
    Failures = Destination.From(Environment.GetEnvironmentVariable("FAILURES_QUEUE")!),
})
{
    protected override ValueTask<ArchivedDocument> RunStepAsync(IndexedDocument document, ChainPosition position, RecordContext context)
    {
        var shelf = document.Title[..1].ToUpperInvariant();
        return shelf == "Z"
            ? throw new NonRetryableException("Shelf Z is full.")
            : ValueTask.FromResult(new ArchivedDocument(document.Id, shelf, document.Words, document.LongestWord));
    }
}
