using System.CommandLine;
using System.Diagnostics;

namespace Patterns.Load;

/// <summary>Runs loops of states and counts transitions.</summary>
internal static class StatesCommand
{
    /// <summary>The turns of the loop stay below the 25,000 events of a history.</summary>
    private const int LoopTurns = 1_000;

    /// <summary>A turn through a function takes far longer.</summary>
    private const int FunctionTurns = 100;

    private static readonly Option<string?> s_function = new("--function") { Description = "The ARN of a function for a Task state; without it only Pass and Choice are measured", HelpName = "arn" };
    private static readonly Option<int> s_parallel = CommonOptions.Bounded("--parallel", "Executions that run at the same time", 4, 1, 64);
    private static readonly Option<int> s_rounds = CommonOptions.Bounded("--rounds", "How often it is measured, after one round to warm up", 3, 1, 20);

    public static Command Create()
    {
        var command = new Command("states", "State transitions per second of Standard executions that loop through Pass and Choice, and through a function.")
        {
            CommonOptions.Endpoint, s_function, s_parallel, s_rounds,
        };
        command.SetAction(async (parsed, stop) =>
        {
            await using var workflows = new Workflows(parsed.GetRequiredValue(CommonOptions.Endpoint));
            var (parallel, rounds) = (parsed.GetRequiredValue(s_parallel), parsed.GetRequiredValue(s_rounds));
            await MeasureAsync(workflows, "Pass and Choice", Loops.PassAndChoice(LoopTurns), LoopTurns * 2, parallel, rounds, stop);
            if (parsed.GetValue(s_function) is { } function)
            {
                await MeasureAsync(workflows, "Task of a function, Pass and Choice", Loops.Function(function, FunctionTurns), FunctionTurns * 3, parallel, rounds, stop);
            }
        });
        return command;
    }

    private static async Task MeasureAsync(Workflows workflows, string what, string definition, int transitions, int parallel, int rounds, CancellationToken stop)
    {
        var machine = await workflows.CreateAsync(definition, stop);
        var rates = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, parallel).Select(_ => workflows.RunAsync(machine, stop)));
            rates.Add((double)transitions * parallel / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        Console.WriteLine($"{what}: {Median.Of(rates.Skip(1)):N0} transitions/s, median of {rounds} rounds of {parallel} executions with {transitions:N0} transitions each, after one to warm up");
    }
}
