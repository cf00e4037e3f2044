using Patterns;
using Patterns.Aws;
using Patterns.FanIn;

namespace FanIn.Functions;

/// <summary>Collects the answers to each request, and publishes the best one when all are there or the time is up.</summary>
public sealed class CollectQuotes() : FanInHandler<Quote, BestQuote>(
    Json.Default.Quote,
    Json.Default.BestQuote,
    new FanInOptions<Quote>
    {
        Store = OpenRequests.Store,
        Results = Destination.From(Environment.GetEnvironmentVariable("RESULTS_QUEUE")!),
        LateParts = Destination.From(Environment.GetEnvironmentVariable("LATE_ANSWERS_QUEUE")!),
        Correlation = quote => quote.RequestId,
        PartId = quote => quote.Supplier,
        Type = "quote.best",
        Source = "/quotes",
    },
    new RecordHandlerOptions { FailureDestination = Destination.From(Environment.GetEnvironmentVariable("DEAD_LETTERS")!) },
    pipeline => pipeline.Use("sanity check", next => (quote, context) => quote.Price > 0
        ? next(quote, context)
        : throw new NonRetryableException($"A price of {quote.Price} is no offer.")))
{
    protected override ValueTask<BestQuote> CombineAsync(FanInAggregate<Quote> aggregate, CancellationToken cancellationToken)
    {
        // The parts come in the order of their suppliers' names, so that of equal prices always the same one wins.
        var best = aggregate.Parts.Select(part => part.Message).MinBy(quote => quote.Price);
        return new(new BestQuote(
            aggregate.CorrelationId,
            best?.Supplier,
            best?.Price,
            aggregate.PartCount,
            aggregate.Expected ?? aggregate.PartCount,
            aggregate.Missing));
    }
}
