using System.Diagnostics.Metrics;

namespace Patterns.Sagas.Internal;

/// <summary>The instruments of sagas of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class SagaMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Ended =
        Meter.CreateCounter<long>("patterns.sagas.ended", "{saga}", "Sagas that came to an outcome, by saga and outcome.");

    private static readonly Counter<long> Failed =
        Meter.CreateCounter<long>("patterns.sagas.attempts_failed", "{attempt}", "Attempts at doing or undoing a step that failed, by saga and step.");

    private static readonly Counter<long> Woken =
        Meter.CreateCounter<long>("patterns.sagas.woken", "{saga}", "Sagas that a sweep had to wake.");

    public static void CountEnded(string name, SagaOutcome outcome)
    {
        if (Ended.Enabled)
        {
            Ended.Add(1, new("name", name), new("outcome", outcome.ToString()));
        }
    }

    public static void CountFailed(string name, string step)
    {
        if (Failed.Enabled)
        {
            Failed.Add(1, new("name", name), new("step", step));
        }
    }

    public static void CountWoken(string name)
    {
        if (Woken.Enabled)
        {
            Woken.Add(1, new KeyValuePair<string, object?>("name", name));
        }
    }
}
