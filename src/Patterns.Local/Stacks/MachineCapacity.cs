using Patterns.Local.Functions;
using Patterns.Local.Triggers.Sqs;

namespace Patterns.Local.Stacks;

/// <summary>How much runs at once on this machine: on AWS every process has a processor of its own, here all share a few.</summary>
/// <remarks>More processes than processors make each slower until they exceed their time-outs, which starts still more.</remarks>
internal static class MachineCapacity
{
    private const int Least = 2;
    private const int Most = 10;

    public static int ProcessesPerFunction { get; } = Math.Clamp(Environment.ProcessorCount, Least, Most);

    public static FunctionRunnerOptions Functions(string logDirectory) =>
        new() { LogDirectory = logDirectory, ProcessesPerFunction = ProcessesPerFunction };

    /// <summary>No batch is taken from a queue that would have to wait for a process while its visibility runs out.</summary>
    public static SqsEventSourceOptions Queues { get; } = new()
    {
        InitialConcurrency = Math.Min(new SqsEventSourceOptions().InitialConcurrency, ProcessesPerFunction),
        MaximumConcurrency = ProcessesPerFunction,
    };
}
