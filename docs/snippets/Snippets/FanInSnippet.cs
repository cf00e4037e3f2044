using System.Text.Json.Serialization;
using Patterns.Aws;
using Patterns.FanIn;

namespace Snippets;

public sealed record Quote(string RequestId, string Supplier, decimal Price);

public sealed record BestQuote(string RequestId, Quote? Best, int Answers);

[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(BestQuote))]
public sealed partial class QuoteJson : JsonSerializerContext;

// snippet: fan-in
public static class Requests
{
    public static FanInStore Store { get; } = new(Table.From(Environment.GetEnvironmentVariable("TABLE")!), new FanInStoreOptions
    {
        Name = "quotes",
        Timeout = TimeSpan.FromMinutes(5),
    });
}

public sealed class CollectQuotes() : FanInHandler<Quote, BestQuote>(QuoteJson.Default.Quote, QuoteJson.Default.BestQuote, new FanInOptions<Quote>
{
    Store = Requests.Store,
    Results = Destination.From(Environment.GetEnvironmentVariable("BEST_QUOTES_QUEUE")!),
    LateParts = Destination.From(Environment.GetEnvironmentVariable("LATE_QUOTES_QUEUE")!),
    Correlation = quote => quote.RequestId,
    PartId = quote => quote.Supplier,
    Type = "quotes.best",
})
{
    protected override ValueTask<BestQuote> CombineAsync(FanInAggregate<Quote> aggregate, CancellationToken cancellationToken)
    {
        var quotes = aggregate.Parts.Select(part => part.Message);
        return new(new BestQuote(aggregate.CorrelationId, quotes.MinBy(quote => quote.Price), aggregate.PartCount));
    }
}
// end

internal static class AskSuppliers
{
    public static async Task OpenAsync(string requestId, IReadOnlyList<string> suppliers, CancellationToken cancellationToken)
    {
        // snippet: fan-in-open
        // In the function that asks the suppliers: now a time-out can name who did not answer.
        await Requests.Store.OpenAsync(requestId, new FanInOpening { ExpectedParts = suppliers }, cancellationToken);
        // end
    }
}
