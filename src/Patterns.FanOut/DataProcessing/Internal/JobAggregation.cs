using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.FanIn;
using Patterns.FanIn.Internal;
using Patterns.Outbound;

namespace Patterns.DataProcessing.Internal;

/// <summary>Ends a job when as many parts are reported as it has, and reduces it when they are the right ones.</summary>
internal sealed class JobAggregation<TPartResult, TResult>(
    ReduceOptions options,
    JsonTypeInfo<TPartResult> partResultJson,
    JsonTypeInfo<JobResult<TResult>> resultJson,
    Func<JobParts<TPartResult>, CancellationToken, ValueTask<TResult>> reduce) : Aggregation
{
    public override ValueTask<bool> IsCompleteAsync(Head head, Func<ValueTask<List<StoredPart>>> loadParts) => new(head.Count >= head.Expected);

    public override async ValueTask<FixedResult> CombineAsync(Head head, List<StoredPart> parts, CancellationToken cancellationToken)
    {
        var census = new JobCensus(head.Expected, parts);
        var isWhole = head.Expected is not null && census.Missing.Count == 0 && census.Counts.Surplus == 0;
        var result = new JobResult<TResult>(
            head.CorrelationId,
            isWhole ? JobStatus.Complete : JobStatus.Incomplete,
            census.Counts,
            [.. census.Failed.Take(JobResults.MostNamed)],
            [.. census.Missing.Take(JobResults.MostNamed)],
            isWhole ? await reduce(new JobParts<TPartResult>(head.CorrelationId, census.Counts, Loaded(parts), census.Failed), cancellationToken).ConfigureAwait(false) : default);
        var missing = result.Missing.Select(number => number.ToString(CultureInfo.InvariantCulture));
        var summary = new FanInSummary(head.CorrelationId, head.Outcome!.Value, head.Count, head.Expected, [.. missing]);
        return new FixedResult(summary, JsonSerializer.Serialize(result, resultJson));
    }

    public override Envelope Describe(FixedResult result) => ResultEnvelope.Of(result, options.Type, options.Source);

    private List<LoadedPart<TPartResult>> Loaded(List<StoredPart> parts) =>
    [
        .. parts.Where(part => part.Rank == (int)PartOutcome.Loaded)
            .Select(part => new LoadedPart<TPartResult>(JobCensus.NumberOf(part), JsonSerializer.Deserialize(part.Body, partResultJson)!)),
    ];
}
