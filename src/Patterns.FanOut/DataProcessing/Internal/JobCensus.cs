using System.Globalization;
using Patterns.FanIn.Internal;

namespace Patterns.DataProcessing.Internal;

/// <summary>Who of a job's parts is where.</summary>
internal sealed class JobCensus
{
    public JobCensus(int? expected, List<StoredPart> parts)
    {
        var numbers = parts.Select(NumberOf).ToHashSet();
        Missing = [.. Enumerable.Range(0, expected ?? 0).Where(number => !numbers.Contains(number))];
        Failed = [.. parts.Where(part => part.Rank != (int)PartOutcome.Loaded).Select(part => new FailedPart(NumberOf(part), (PartOutcome)part.Rank, part.Body))];
        Counts = new JobCounts(
            expected,
            parts.Count(part => part.Rank == (int)PartOutcome.Loaded),
            Failed.Count(part => part.Outcome == PartOutcome.Rejected),
            Failed.Count(part => part.Outcome == PartOutcome.DeadLettered),
            Missing.Count,
            numbers.Count(number => number >= expected));
    }

    public List<int> Missing { get; }

    public List<FailedPart> Failed { get; }

    public JobCounts Counts { get; }

    public static int NumberOf(StoredPart part) => int.Parse(part.Id, CultureInfo.InvariantCulture);
}
