namespace Periodical.Demo;

/// <summary>The stack's outputs. The runner sets them; for a deployed stack set PATTERNS_OUTPUT_BooksTable and so on by hand.</summary>
internal sealed record StackOutputs(string BooksTable, string AllTicksUrl, string NewestTicksUrl, string SkipTicksUrl, string TickDeadLettersUrl)
{
    public IReadOnlyList<string> QueueUrls => [AllTicksUrl, NewestTicksUrl, SkipTicksUrl];

    public static StackOutputs FromEnvironment() => new(
        Get("BooksTable"),
        Get("AllTicksUrl"),
        Get("NewestTicksUrl"),
        Get("SkipTicksUrl"),
        Get("TickDeadLettersUrl"));

    private static string Get(string output) =>
        Environment.GetEnvironmentVariable("PATTERNS_OUTPUT_" + output)
        ?? throw new InvalidOperationException($"Set PATTERNS_OUTPUT_{output} to the stack's output {output}, or start the demo with 'patterns run … --demo'.");
}
