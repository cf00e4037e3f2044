namespace Command.Demo;

/// <summary>The stack's outputs. The runner sets them; for a deployed stack set PATTERNS_OUTPUT_ApiUrl and so on by hand.</summary>
internal sealed record StackOutputs(Uri ApiUrl, string PolicyCommandsUrl, string FailedCommandsUrl, string SessionsTableName)
{
    public static StackOutputs FromEnvironment() => new(new Uri(Get("ApiUrl").TrimEnd('/') + "/"), Get("PolicyCommandsUrl"), Get("FailedCommandsUrl"), Get("SessionsTableName"));

    private static string Get(string output) =>
        Environment.GetEnvironmentVariable("PATTERNS_OUTPUT_" + output)
        ?? throw new InvalidOperationException($"Set PATTERNS_OUTPUT_{output} to the stack's output {output}, or start the demo with 'patterns run … --demo'.");
}
