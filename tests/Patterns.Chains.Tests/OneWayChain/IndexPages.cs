namespace Patterns.OneWayChain.Tests;

/// <summary>A step whose output Lambda hands on.</summary>
internal sealed class IndexPages(Exception? failure = null, int maxHops = 50, RecordHandlerOptions? options = null)
    : ChainFunctionHandler<Document, Document>(
        DocumentJson.Default.Document,
        DocumentJson.Default.Document,
        new ChainFunctionOptions { Step = "index", MaxHops = maxHops },
        options)
{
    protected override ValueTask<Document> RunStepAsync(Document message, ChainPosition position, RecordContext context) =>
        failure is null ? ValueTask.FromResult(message with { Path = $"{message.Path}/index" }) : throw failure;
}
