namespace TwoWayChain.Demo;

/// <summary>Compares what is booked and charged, and what the travellers were told, with what was ordered.</summary>
internal sealed class Check(IReadOnlyList<PlannedTrip> trips, Journal journal)
{
    private static readonly string[] Providers = ["flight", "hotel", "car"];
    private readonly List<string> _mistakes = [];

    /// <returns>Everything that is not as it must be.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Agency agency, Bookings bookings)
    {
        var booked = await bookings.ReadBookedAsync();
        var charges = await bookings.ReadChargesAsync();
        foreach (var trip in trips)
        {
            CheckEffects(trip, booked, charges);
            await CheckAnswerAsync(trip, agency);
        }

        var dead = await bookings.CountDeadLettersAsync();
        if (dead > 0)
        {
            _mistakes.Add($"There are {dead} dead letters.");
        }

        return _mistakes;
    }

    /// <summary>All or nothing.</summary>
    private void CheckEffects(PlannedTrip trip, IReadOnlySet<string> booked, IReadOnlyDictionary<string, decimal> charges)
    {
        var id = trip.Order.Id;
        var isBooked = journal.Outcomes.GetValueOrDefault(id) == "Succeeded";
        foreach (var provider in Providers)
        {
            Expect(trip, $"the {provider} booked", isBooked, booked.Contains($"{provider}/{id}"));
        }

        Expect(trip, "the charge", isBooked ? trip.Order.Price : 0, charges.GetValueOrDefault(id));
    }

    /// <summary>One answer, the same whenever one asks, and one that fits.</summary>
    private async Task CheckAnswerAsync(PlannedTrip trip, Agency agency)
    {
        var id = trip.Order.Id;
        if (!journal.Answers.TryGetValue(id, out var answer))
        {
            _mistakes.Add($"{id} ({trip.Kind}) has no answer.");
            return;
        }

        var outcome = journal.Outcomes.GetValueOrDefault(id);
        Expect(trip, "the answer of the next time", answer, await agency.AskAsync(id));
        Expect(trip, "a possible answer", true, trip.Answers.Contains(answer.Outcome));

        // Who did not wait may have a booking all the same, and a stuck one has been undone since.
        Expect(trip, "the outcome", answer.Outcome switch { "" => outcome, "Stuck" => "Compensated", var told => told }, outcome);
    }

    private void Expect<T>(PlannedTrip trip, string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            _mistakes.Add($"{trip.Order.Id} ({trip.Kind}): {what} should be {expected?.ToString() ?? "none"}, but is {actual?.ToString() ?? "none"}.");
        }
    }
}
