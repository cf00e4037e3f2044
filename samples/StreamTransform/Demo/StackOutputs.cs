namespace StreamTransform.Demo;

/// <summary>The stack's outputs. The runner sets them; for a deployed stack set PATTERNS_OUTPUT_AccessLogName and so on by hand.</summary>
internal sealed record StackOutputs(string AccessLogName, string PageViewsName, string ErrorsUrl, string BrokenLinesUrl)
{
    public static StackOutputs FromEnvironment() => new(Get("AccessLogName"), Get("PageViewsName"), Get("ErrorsUrl"), Get("BrokenLinesUrl"));

    private static string Get(string output) =>
        Environment.GetEnvironmentVariable("PATTERNS_OUTPUT_" + output)
        ?? throw new InvalidOperationException($"Set PATTERNS_OUTPUT_{output} to the stack's output {output}, or start the demo with 'patterns run … --demo'.");
}
