using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Outbound;

namespace Patterns.FanIn.Internal;

/// <summary>Completeness and combination as the user of a <see cref="FanInHandler{TPart, TResult}"/> wants them.</summary>
internal sealed class FanInAggregation<TPart, TResult>(
    FanInOptions<TPart> options,
    JsonTypeInfo<TPart> partJson,
    JsonTypeInfo<TResult> resultJson,
    Func<FanInAggregate<TPart>, CancellationToken, ValueTask<TResult>> combine,
    Func<Envelope, FanInSummary, Envelope> describe) : Aggregation
{
    public override async ValueTask<bool> IsCompleteAsync(Head head, Func<ValueTask<List<StoredPart>>> loadParts)
    {
        var isCounted = head.Count >= head.Expected;
        if ((!isCounted || head.ExpectedParts is null) && options.IsComplete is null)
        {
            return isCounted;
        }

        var parts = await loadParts().ConfigureAwait(false);
        return (isCounted && Missing(head, parts).Count == 0)
            || options.IsComplete?.Invoke(ToAggregate(head, FanInOutcome.Completed, parts)) == true;
    }

    public override async ValueTask<FixedResult> CombineAsync(Head head, List<StoredPart> parts, CancellationToken cancellationToken)
    {
        var aggregate = ToAggregate(head, head.Outcome!.Value, parts);
        var result = await combine(aggregate, cancellationToken).ConfigureAwait(false);
        return new FixedResult(aggregate, JsonSerializer.Serialize(result, resultJson));
    }

    public override Envelope Describe(FixedResult result) => describe(ResultEnvelope.Of(result, options.Type, options.Source), result.Summary);

    private static IReadOnlyList<string> Missing(Head head, List<StoredPart> parts) => head.ExpectedParts is { } expected
        ? [.. expected.Except(parts.Select(part => part.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [];

    private FanInAggregate<TPart> ToAggregate(Head head, FanInOutcome outcome, List<StoredPart> parts)
    {
        var ordered = options.Order == FanInOrder.Arrival ? parts.OrderBy(part => part.ArrivedAt) : parts.AsEnumerable();
        var messages = ordered.Select(part => new FanInPart<TPart>(part.Id, JsonSerializer.Deserialize(part.Body, partJson)!, part.ArrivedAt));
        return new FanInAggregate<TPart>(head.CorrelationId, outcome, head.Expected, Missing(head, parts), [.. messages]);
    }
}
