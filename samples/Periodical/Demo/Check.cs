namespace Periodical.Demo;

/// <summary>Compares the closes with what the policies promise.</summary>
internal sealed class Check(DateTimeOffset first, DateTimeOffset afterOutage, DateTimeOffset last)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private readonly List<string> _mistakes = [];

    /// <returns>Everything that is not as it must be.</returns>
    public IReadOnlyList<string> Run(IReadOnlyList<Close> all, IReadOnlyList<Close> newest, IReadOnlyList<Close> skip)
    {
        CheckCommon("all", all);
        CheckCommon("newest", newest);
        CheckCommon("skip", skip);
        CheckAll(all);
        Expect("newest", "a close between the first tick and the end of the outage", false, newest.Any(close => close.To < afterOutage && close.To > first));
        Expect("skip", "a close of a tick that was too late", false, skip.Any(close => close.To < afterOutage - Tolerance && close.To > first));
        return _mistakes;
    }

    /// <summary>Each close once, each takes over where the one before ended, and the newest tick is there.</summary>
    private void CheckCommon(string policy, IReadOnlyList<Close> closes)
    {
        foreach (var close in closes)
        {
            Expect(policy, $"the times of {close.To:HH:mm}", 1, close.Times);
            Expect(policy, $"the sales of {close.To:HH:mm}", SalesOf(close.From, close.To), close.Sales);
        }

        foreach (var (one, next) in closes.Zip(closes.Skip(1)))
        {
            Expect(policy, $"the beginning of {next.To:HH:mm}", one.To, next.From);
        }

        Expect(policy, "the newest close", true, closes.Count > 0 && closes[^1].To >= last);
    }

    /// <summary>Every minute since the first tick has its own close.</summary>
    private void CheckAll(IReadOnlyList<Close> closes)
    {
        for (var (tick, index) = (first, 0); index < closes.Count; tick = tick.AddMinutes(1), index++)
        {
            Expect("all", $"close number {index}", tick, closes[index].To);
        }
    }

    private static decimal SalesOf(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = 0m;
        for (var minute = from; minute < to; minute = minute.AddMinutes(1))
        {
            sum += Books.SalesOf(minute);
        }

        return sum;
    }

    private void Expect<T>(string policy, string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            _mistakes.Add($"{policy}: {what} should be {expected}, but is {actual}.");
        }
    }
}
