using System.Collections.Concurrent;
using System.Diagnostics;

namespace TwoWayChain.Demo;

/// <summary>Orders trips, and asks until each has its answer and its booking has ended.</summary>
internal sealed class Journal(Agency agency, IReadOnlyList<PlannedTrip> trips)
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(3);
    private static readonly ParallelOptions FewAtATime = new() { MaxDegreeOfParallelism = 4 };

    /// <summary>By the trip.</summary>
    public ConcurrentDictionary<string, Answer> Answers { get; } = new();

    /// <summary>How the bookings ended, by the trip.</summary>
    public ConcurrentDictionary<string, string> Outcomes { get; } = new();

    public Task OrderAllAsync() => Parallel.ForEachAsync(trips, FewAtATime, async (trip, _) => await agency.OrderAsync(trip.Order));

    /// <summary>Asks until nothing is missing, or patience ends.</summary>
    public async Task CollectAsync(TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        for (var nextLine = TimeSpan.Zero; clock.Elapsed < patience;)
        {
            await Parallel.ForEachAsync(trips.Where(IsOpen), FewAtATime, async (trip, _) => await AskAsync(trip.Order.Id));
            var open = trips.Count(IsOpen);
            if (open == 0 || clock.Elapsed >= nextLine)
            {
                Console.WriteLine($"  {clock.Elapsed.TotalSeconds,4:F0} s  {Answers.Count,4} travellers know the end, {Outcomes.Count,4} bookings have ended, {open,4} to come");
                nextLine = clock.Elapsed + LineEvery;
            }

            if (open == 0)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }

    /// <summary>Forgets how the stuck bookings stand, to learn how they end.</summary>
    public IReadOnlyList<string> TakeStuck()
    {
        var stuck = Outcomes.Where(outcome => outcome.Value == "Stuck").Select(outcome => outcome.Key).ToList();
        stuck.ForEach(id => Outcomes.TryRemove(id, out _));
        return stuck;
    }

    private bool IsOpen(PlannedTrip trip) => !Answers.ContainsKey(trip.Order.Id) || !Outcomes.ContainsKey(trip.Order.Id);

    private async Task AskAsync(string id)
    {
        if (!Answers.ContainsKey(id) && await agency.AskAsync(id) is { } answer)
        {
            Answers[id] = answer;
        }

        if (Answers.ContainsKey(id) && !Outcomes.ContainsKey(id) && await agency.OutcomeAsync(id) is { Length: > 0 } outcome)
        {
            Outcomes[id] = outcome;
        }
    }
}
