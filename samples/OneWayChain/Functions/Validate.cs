using Patterns;
using Patterns.Aws;
using Patterns.OneWayChain;

namespace OneWayChain.Functions;

/// <summary>Looks whether a document may be archived. Its scanner is sometimes busy, and sometimes broken.</summary>
public sealed class Validate() : ChainLinkHandler<Document, Document>(Json.Default.Document, Json.Default.Document, new ChainLinkOptions
{
    Step = "validate",
    Next = Destination.From(Environment.GetEnvironmentVariable("VALID_DOCUMENTS")!),
    Failures = Destination.From(Environment.GetEnvironmentVariable("FAILURES_QUEUE")!),
    OutputType = "document.valid",
})
{
    protected override ValueTask<Document> RunStepAsync(Document document, ChainPosition position, RecordContext context)
    {
        if (document.Text.Length == 0)
        {
            // No try will give it a text.
            throw new NonRetryableException("The document has no text.");
        }

        var isUp = document.Scanner switch
        {
            "busy" => context.Attempt > 1,
            "broken" => false,
            _ => true,
        };
        return isUp ? ValueTask.FromResult(document) : throw new InvalidOperationException("The scanner does not answer.");
    }
}
