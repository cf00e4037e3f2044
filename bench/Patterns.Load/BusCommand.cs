using System.CommandLine;

namespace Patterns.Load;

/// <summary>Sends events over a bus with 100 rules, of which each event matches one, into a queue, and checks that all arrived.</summary>
internal static class BusCommand
{
    private static readonly Option<int> s_events = CommonOptions.Bounded("--events", "Events a round", 20_000, 100, 1_000_000);
    private static readonly Option<int> s_rounds = CommonOptions.Bounded("--rounds", "How often it is measured, after one round to warm up", 5, 1, 20);

    public static Command Create()
    {
        var command = new Command("bus", "Events per second from PutEvents over 100 rules to a queue.")
        {
            CommonOptions.Endpoint, CommonOptions.Connections, s_events, s_rounds,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(CommonOptions.Endpoint),
            parsed.GetRequiredValue(CommonOptions.Connections),
            parsed.GetRequiredValue(s_events),
            parsed.GetRequiredValue(s_rounds),
            stop));
        return command;
    }

    private static async Task RunAsync(Uri endpoint, int connectionCount, int events, int rounds, CancellationToken stop)
    {
        using var connections = new Connections(endpoint, connectionCount);
        await using var queue = await Queue.CreateAsync(endpoint, stop);
        await using var bus = await LoadedBus.CreateAsync(endpoint, queue.Url, stop);
        var rates = new List<double>();
        var expected = 0;
        for (var round = 0; round <= rounds; round++)
        {
            rates.Add(await RoundAsync(connections, bus.Requests, events, stop));
            expected += events / Requests.BatchSize * Requests.BatchSize;
            await ArrivedAsync(queue, expected, stop);
        }

        Console.WriteLine($"{Median.Of(rates.Skip(1)):N0} events/s over {LoadedBus.RuleCount} rules into a queue, median of {rounds} rounds of {events:N0} events after one to warm up");
    }

    private static async Task<double> RoundAsync(Connections connections, IReadOnlyList<byte[]> requests, int events, CancellationToken stop)
    {
        var left = events / Requests.BatchSize;
        var elapsed = await connections.RunAsync(async connection =>
        {
            while (Interlocked.Decrement(ref left) is >= 0 and var number)
            {
                await connection.PostAsync("AWSEvents.PutEvents", requests[number % requests.Count], stop);
            }
        });
        return events / elapsed.TotalSeconds;
    }

    private static async Task ArrivedAsync(Queue queue, int expected, CancellationToken stop)
    {
        if (await queue.CountAsync(stop) is var count && count != expected)
        {
            throw new LoadException($"{count:N0} of {expected:N0} events are in the queue: the rate says nothing.");
        }
    }
}
