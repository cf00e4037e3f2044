using Patterns.Aws;
using Patterns.OneWayChain;

namespace OneWayChain.Functions;

/// <summary>Makes failure records of dead letters and of invocations that Lambda gave up.</summary>
public sealed class RecordFailures() : ChainFailureHandler(new ChainFailureOptions
{
    Failures = Destination.From(Environment.GetEnvironmentVariable("FAILURES_QUEUE")!),
    Steps = new Dictionary<string, string>
    {
        [Environment.GetEnvironmentVariable("VALIDATE_DEAD_LETTERS")!] = "validate",
        [Environment.GetEnvironmentVariable("ARCHIVE_DEAD_LETTERS")!] = "archive",
        [Environment.GetEnvironmentVariable("INDEX_FUNCTION")!] = "index",
    },
});
