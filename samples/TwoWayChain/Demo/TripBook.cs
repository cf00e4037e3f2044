namespace TwoWayChain.Demo;

/// <summary>What will be ordered: every step fails in every way, and some travellers do not wait.</summary>
internal static class TripBook
{
    private const string Booked = "Succeeded";
    private const string Undone = "Compensated";
    private const int Long = 300;

    private static readonly (string Kind, string[] Troubles, int Wait, int Within, string[] Answers)[] Kinds =
    [
        ("all well", [], Long, Long, [Booked]),
        ("flight sold out", ["flight:refuses"], Long, Long, [Undone]),
        ("hotel sold out", ["hotel:refuses"], Long, Long, [Undone]),
        ("car sold out", ["car:refuses"], Long, Long, [Undone]),
        ("card declined", ["payment:refuses"], Long, Long, [Undone]),
        ("no tickets", ["tickets:refuses"], Long, Long, [Undone]),
        ("flight, hotel, car flaky", ["flight:flaky", "hotel:flaky", "car:flaky"], Long, Long, [Booked]),
        ("hotel's answer lost", ["hotel:mute"], Long, Long, [Booked]),
        ("car's answer lost", ["car:mute"], Long, Long, [Undone]),
        ("car cannot be cancelled", ["tickets:refuses", "car:binding"], Long, Long, ["Stuck"]),
        ("no time to book", [], Long, 0, ["TimedOut"]),
        ("does not wait", [], 1, Long, [Booked, ""]),
    ];

    /// <summary>The same trips for the same count, under ids that belong to this run.</summary>
    public static IReadOnlyList<PlannedTrip> Create(string run, int count) =>
    [
        .. Enumerable.Range(0, count).Select(n =>
        {
            // Every second trip is an ordinary one.
            var kind = n % 2 == 0 ? Kinds[0] : Kinds[n / 2 % Kinds.Length];
            var order = new TripOrder($"{run}-{n:D4}", $"traveller-{n % 7}", 100 + n, kind.Wait, kind.Within, RunnerOf(n, kind.Answers), kind.Troubles);
            return new PlannedTrip(kind.Kind, order, kind.Answers);
        }),
    ];

    /// <summary>Both run trips of every kind; only that which is stuck in the queue's form can be resumed by the agency.</summary>
    private static string RunnerOf(int n, string[] answers)
    {
        var isSecond = n % 2 == 0 ? n % 4 == 2 : n / 2 / Kinds.Length % 2 == 1;
        return isSecond && !answers.Contains("Stuck") ? "stateMachine" : "queue";
    }
}
