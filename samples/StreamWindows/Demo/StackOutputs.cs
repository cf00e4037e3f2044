namespace StreamWindows.Demo;

/// <summary>The stack's outputs. The runner sets them; for a deployed stack set PATTERNS_OUTPUT_PageViewsName and so on by hand.</summary>
internal sealed record StackOutputs(string PageViewsName, string CountsTableName, string LateViewsUrl, string BrokenViewsUrl, string VisitorViewsName, string EndedVisitsUrl)
{
    public static StackOutputs FromEnvironment() => new(
        Get("PageViewsName"),
        Get("CountsTableName"),
        Get("LateViewsUrl"),
        Get("BrokenViewsUrl"),
        Get("VisitorViewsName"),
        Get("EndedVisitsUrl"));

    private static string Get(string output) =>
        Environment.GetEnvironmentVariable("PATTERNS_OUTPUT_" + output)
        ?? throw new InvalidOperationException($"Set PATTERNS_OUTPUT_{output} to the stack's output {output}, or start the demo with 'patterns run … --demo'.");
}
