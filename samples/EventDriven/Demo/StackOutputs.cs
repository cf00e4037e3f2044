namespace EventDriven.Demo;

/// <summary>The stack's outputs. The runner sets them; for a deployed stack set PATTERNS_OUTPUT_AssetUrl and so on by hand.</summary>
internal static class StackOutputs
{
    public static Uri Url(string output) => new(Get(output).TrimEnd('/') + "/");

    public static string Get(string output) =>
        Environment.GetEnvironmentVariable("PATTERNS_OUTPUT_" + output)
        ?? throw new InvalidOperationException($"Set PATTERNS_OUTPUT_{output} to the stack's output {output}, or start the demo with 'patterns run … --demo'.");
}
