namespace Patterns.OneWayChain.Tests;

/// <summary>A step that writes its name to the document's path, after what a test wants done.</summary>
internal sealed class Stage(ChainLinkOptions link, Func<Document, ChainPosition, RecordContext, ValueTask>? effect = null)
    : ChainLinkHandler<Document, Document>(DocumentJson.Default.Document, DocumentJson.Default.Document, link)
{
    private readonly string _step = link.Step;

    public List<ChainPosition> Runs { get; } = [];

    protected override async ValueTask<Document> RunStepAsync(Document message, ChainPosition position, RecordContext context)
    {
        lock (Runs)
        {
            Runs.Add(position);
        }

        if (effect is not null)
        {
            await effect(message, position, context);
        }

        return message with { Path = $"{message.Path}/{_step}" };
    }
}
