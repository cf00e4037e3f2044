using System.Text.Json.Serialization;
using Patterns.FanIn;

namespace Patterns.FanOut.Tests.FanIn;

public sealed record Quote(string? Request, string? Supplier, decimal Price = 0, int? Of = null, int? Opens = null);

public sealed record Offer(string Request, string Outcome, IReadOnlyList<string> Suppliers, decimal Total);

[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(Offer))]
internal sealed partial class QuoteJson : JsonSerializerContext;

/// <summary>A fan-in whose result is different every time that it is made, if a test says so.</summary>
internal sealed class CollectQuotes(FanInOptions<Quote> fanIn, Func<FanInAggregate<Quote>, Offer>? combine = null, RecordHandlerOptions? options = null)
    : FanInHandler<Quote, Offer>(QuoteJson.Default.Quote, QuoteJson.Default.Offer, fanIn, options)
{
    protected override ValueTask<Offer> CombineAsync(FanInAggregate<Quote> aggregate, CancellationToken cancellationToken) =>
        ValueTask.FromResult(combine is null ? Plain(aggregate) : combine(aggregate));

    public static Offer Plain(FanInAggregate<Quote> aggregate) => new(
        aggregate.CorrelationId,
        aggregate.Outcome.ToString(),
        [.. aggregate.Parts.Select(part => part.Id)],
        aggregate.Parts.Sum(part => part.Message.Price));
}
