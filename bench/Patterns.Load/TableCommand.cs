using System.CommandLine;
using System.Diagnostics;

namespace Patterns.Load;

/// <summary>Calls a table through the official SDK client, each operation by itself, and reports the medians of the rounds.</summary>
internal static class TableCommand
{
    private static readonly Option<int> s_seconds = CommonOptions.Bounded("--seconds", "How long each operation is called in a round", 3, 1, 600);

    private static readonly Option<int> s_rounds = CommonOptions.Bounded("--rounds", "How many rounds count", 3, 1, 100);

    public static Command Create()
    {
        var command = new Command("table", "Requests per second of PutItem, GetItem, UpdateItem and Query, through AWSSDK.DynamoDBv2.")
        {
            CommonOptions.Endpoint, CommonOptions.Connections, s_seconds, s_rounds,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(CommonOptions.Endpoint),
            parsed.GetRequiredValue(CommonOptions.Connections),
            TimeSpan.FromSeconds(parsed.GetRequiredValue(s_seconds)),
            parsed.GetRequiredValue(s_rounds),
            stop));
        return command;
    }

    private static async Task RunAsync(Uri endpoint, int connections, TimeSpan duration, int rounds, CancellationToken stop)
    {
        await using var table = await LoadedTable.CreateAsync(endpoint, stop);
        var rates = table.Operations.ToDictionary(operation => operation.Name, _ => new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, call) in table.Operations)
            {
                var rate = await MeasureAsync(call, connections, duration, stop);
                if (round > 0)
                {
                    rates[name].Add(rate);
                }
            }
        }

        Console.WriteLine($"{connections} callers of one SDK client, median of {rounds} rounds of {duration.TotalSeconds:N0} s after one to warm up");
        foreach (var (name, all) in rates)
        {
            Console.WriteLine($"{name,-20}{Median.Of(all),12:N0}/s");
        }
    }

    private static async Task<double> MeasureAsync(Func<int, CancellationToken, Task> call, int connections, TimeSpan duration, CancellationToken stop)
    {
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                await call(Interlocked.Increment(ref next) % LoadedTable.ItemCount, stop);
            }
        })));
        return (next + 1) / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
