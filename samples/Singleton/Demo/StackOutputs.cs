namespace Singleton.Demo;

/// <summary>The stack's outputs. The runner sets them; for a deployed stack set PATTERNS_OUTPUT_StateTable and so on by hand.</summary>
internal sealed record StackOutputs(string StateTable, string UngovernedUrl, string PaymentsUrl, string SearchUrl, string InvoicesUrl, string DeadLettersUrl)
{
    public static StackOutputs FromEnvironment() => new(
        Get("StateTable"),
        Get("UngovernedUrl"),
        Get("PaymentsUrl"),
        Get("SearchUrl"),
        Get("InvoicesUrl"),
        Get("DeadLettersUrl"));

    private static string Get(string output) =>
        Environment.GetEnvironmentVariable("PATTERNS_OUTPUT_" + output)
        ?? throw new InvalidOperationException($"Set PATTERNS_OUTPUT_{output} to the stack's output {output}, or start the demo with 'patterns run … --demo'.");
}
