using Patterns;
using Patterns.Aws;
using Patterns.DataProcessing;

namespace DataProcessing.Functions;

/// <summary>Adds up the counts of all parts.</summary>
public sealed class SumCounts() : ReduceHandler<WordCounts, WordCounts>(
    Json.Default.WordCounts,
    Json.Default.JobResultWordCounts,
    new ReduceOptions
    {
        Store = Jobs.Store,
        Results = Destination.From(Environment.GetEnvironmentVariable("RESULTS_QUEUE")!),
        Type = "job.ended",
        Source = "/jobs",
    },
    new RecordHandlerOptions { FailureDestination = Destination.From(Environment.GetEnvironmentVariable("DEAD_LETTERS")!) })
{
    protected override ValueTask<WordCounts> ReduceAsync(JobParts<WordCounts> job, CancellationToken cancellationToken)
    {
        var words = job.Loaded.SelectMany(part => part.Result.Words)
            .AggregateBy(word => word.Key, 0, (sum, word) => sum + word.Value)
            .OrderBy(word => word.Key, StringComparer.Ordinal);
        return new(new WordCounts(new Dictionary<string, int>(words)));
    }
}
