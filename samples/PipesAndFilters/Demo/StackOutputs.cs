namespace PipesAndFilters.Demo;

/// <summary>The stack's outputs. The runner sets them; for a deployed stack set PATTERNS_OUTPUT_FilesPipeUrl and so on by hand.</summary>
internal sealed record StackOutputs(
    string FilesPipeUrl,
    string WholeFilesPipeUrl,
    string ResultsUrl,
    string WholeResultsUrl,
    string FilesDeadLettersUrl,
    string LinesDeadLettersUrl,
    string OrdersDeadLettersUrl,
    string WholeFilesDeadLettersUrl)
{
    public static StackOutputs FromEnvironment() => new(
        Get("FilesPipeUrl"),
        Get("WholeFilesPipeUrl"),
        Get("ResultsUrl"),
        Get("WholeResultsUrl"),
        Get("FilesDeadLettersUrl"),
        Get("LinesDeadLettersUrl"),
        Get("OrdersDeadLettersUrl"),
        Get("WholeFilesDeadLettersUrl"));

    private static string Get(string output) =>
        Environment.GetEnvironmentVariable("PATTERNS_OUTPUT_" + output)
        ?? throw new InvalidOperationException($"Set PATTERNS_OUTPUT_{output} to the stack's output {output}, or start the demo with 'patterns run … --demo'.");
}
