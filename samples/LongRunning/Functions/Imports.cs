using Patterns.Aws;
using Patterns.LongRunning;
using Patterns.Tables;

namespace LongRunning.Functions;

/// <summary>The imports: the function that works on them and the one that answers for them mean the same ones.</summary>
public static class Imports
{
    public static ITable Files { get; } = Table.From(Environment.GetEnvironmentVariable("TABLE")!);

    public static ITable Balances { get; } = Table.From(Environment.GetEnvironmentVariable("BALANCES_TABLE")!);

    public static LongRunningJobs<ImportState> Jobs { get; } = new(Files, Json.Default.ImportState, new LongRunningOptions
    {
        Name = "imports",
        Resume = Destination.From(Environment.GetEnvironmentVariable("IMPORTS_QUEUE")!),
        Results = Destination.From(Environment.GetEnvironmentVariable("RESULTS_QUEUE")!),

        // Of 8 seconds, so that one sees jobs being handed on after some two. On AWS an invocation has up to 15 minutes.
        SliceTime = TimeSpan.FromSeconds(5),
        Lease = TimeSpan.FromSeconds(4),

        // Longer than a message can be on its way again after a worker's death.
        OrphanAfter = TimeSpan.FromSeconds(30),
        MaxAttempts = 20,
    });
}
