using System.CommandLine;

namespace Patterns.Load;

/// <summary>Compares the rate of ReceiveMessage on an almost empty queue with that on a deep one.</summary>
internal static class DepthCommand
{
    private const int Shallow = 200;

    private static readonly Option<int> s_messages = CommonOptions.Bounded("--messages", "Messages in the deep queue", 100_000, 1_000, 1_000_000);
    private static readonly Option<int> s_seconds = CommonOptions.Bounded("--seconds", "How long each measurement takes", 3, 1, 60);
    private static readonly Option<int> s_rounds = CommonOptions.Bounded("--rounds", "How often both are measured, in turn", 5, 1, 20);

    public static Command Create()
    {
        var command = new Command("depth", "ReceiveMessage on an almost empty and on a deep queue.")
        {
            CommonOptions.Endpoint, CommonOptions.Connections, s_messages, s_seconds, s_rounds,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(CommonOptions.Endpoint),
            parsed.GetRequiredValue(CommonOptions.Connections),
            parsed.GetRequiredValue(s_messages),
            TimeSpan.FromSeconds(parsed.GetRequiredValue(s_seconds)),
            parsed.GetRequiredValue(s_rounds),
            stop));
        return command;
    }

    private static async Task RunAsync(Uri endpoint, int connectionCount, int messages, TimeSpan duration, int rounds, CancellationToken stop)
    {
        using var connections = new Connections(endpoint, connectionCount);
        await using var shallow = await Queue.CreateAsync(endpoint, stop);
        await using var deep = await Queue.CreateAsync(endpoint, stop);
        await connections.SendAsync(shallow.Url, Shallow, stop);
        await connections.SendAsync(deep.Url, messages, stop);
        await SteadyDepth.MeasureAsync(connections, shallow.Url, duration, stop);
        var (shallowRates, deepRates) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            shallowRates.Add(await SteadyDepth.MeasureAsync(connections, shallow.Url, duration, stop));
            deepRates.Add(await SteadyDepth.MeasureAsync(connections, deep.Url, duration, stop));
        }

        Print(Shallow, messages, Median.Of(shallowRates), Median.Of(deepRates), rounds);
    }

    private static void Print(int shallow, int deep, double shallowRate, double deepRate, int rounds)
    {
        Console.WriteLine($"ReceiveMessage, {Requests.BatchSize} messages each, median of {rounds} rounds");
        Console.WriteLine($"{"messages in queue",-20}{"receives/s",12}{"messages/s",12}");
        Console.WriteLine($"{shallow,-20:N0}{shallowRate,12:N0}{shallowRate * Requests.BatchSize,12:N0}");
        Console.WriteLine($"{deep,-20:N0}{deepRate,12:N0}{deepRate * Requests.BatchSize,12:N0}");
        Console.WriteLine($"{"ratio",-20}{deepRate / shallowRate,12:0.00}");
    }
}
