namespace TwoWayChain.Demo;

/// <summary>Shows what became of the trips.</summary>
internal sealed class Report(IReadOnlyList<PlannedTrip> trips, Journal journal, IReadOnlyList<string> mistakes)
{
    private const int MostShown = 20;

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine("  trips                      run by         ordered   booked   undone   timed out   stuck   no answer in time   booked in the end");
        Console.WriteLine("  ------------------------   ------------   -------   ------   ------   ---------   -----   -----------------   -----------------");
        foreach (var kind in trips.GroupBy(trip => (trip.Kind, trip.Order.By)))
        {
            Print(kind.Key.Kind, kind.Key.By, [.. kind]);
        }

        Console.WriteLine();
        foreach (var mistake in mistakes.Take(MostShown))
        {
            Console.WriteLine("  WRONG: " + mistake);
        }

        Console.WriteLine(mistakes.Count == 0 ? "Every trip is booked as a whole or not at all, and every traveller has one answer." : $"{mistakes.Count} things are not as expected.");
    }

    private void Print(string kind, string by, List<PlannedTrip> ordered)
    {
        int Told(string outcome) => ordered.Count(trip => journal.Answers.GetValueOrDefault(trip.Order.Id)?.Outcome == outcome);
        var booked = ordered.Count(trip => journal.Outcomes.GetValueOrDefault(trip.Order.Id) == "Succeeded");
        Console.WriteLine($"  {kind,-24}   {by,-12}   {ordered.Count,7}   {Told("Succeeded"),6}   {Told("Compensated"),6}   {Told("TimedOut"),9}   {Told("Stuck"),5}   {Told(""),17}   {booked,17}");
    }
}
