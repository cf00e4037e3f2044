using System.Diagnostics.Metrics;

namespace Patterns.Cqrs.Internal;

/// <summary>The instruments of commands from APIs of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class CommandMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Requests =
        Meter.CreateCounter<long>("patterns.commands.requests", "{request}", "Requests of an API to a handler of commands, by command, if it is known, and status.");

    public static void Count(string? command, int status)
    {
        if (Requests.Enabled)
        {
            Requests.Add(1, new("command", command), new KeyValuePair<string, object?>("status", status));
        }
    }
}
