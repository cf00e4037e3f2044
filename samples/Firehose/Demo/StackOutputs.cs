namespace Firehose.Demo;

/// <summary>Where the stack is. The runner sets all of it; for a deployed stack set the variables by hand, as the readme says.</summary>
/// <param name="DeliveryStream">The delivery stream's name.</param>
/// <param name="Archive">The folder that has what is in the bucket.</param>
internal sealed record StackOutputs(string DeliveryStream, string Archive)
{
    public static StackOutputs FromEnvironment() => new(
        Get("PATTERNS_OUTPUT_DeliveryStream"),
        Path.Combine(Get("PATTERNS_OBJECTS"), Get("PATTERNS_OUTPUT_Bucket")));

    private static string Get(string variable) =>
        Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"Set {variable} as the readme says, or start the demo with 'patterns run … --demo'.");
}
