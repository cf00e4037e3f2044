using Patterns;
using Patterns.OneWayChain;

namespace OneWayChain.Functions;

/// <summary>Reads a document. It returns what it found, and Lambda hands that on; what it throws goes the other way.</summary>
public sealed class Index() : ChainFunctionHandler<Document, IndexedDocument>(
    Json.Default.Document,
    Json.Default.IndexedDocument,
    new ChainFunctionOptions { Step = "index", OutputType = "document.indexed" })
{
    protected override ValueTask<IndexedDocument> RunStepAsync(Document document, ChainPosition position, RecordContext context)
    {
        var words = document.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Contains("???"))
        {
            throw new FormatException("The document is in no known language.");
        }

        var longest = words.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).First();
        return ValueTask.FromResult(new IndexedDocument(document.Id, document.Title, words.Length, longest));
    }
}
