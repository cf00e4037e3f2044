namespace Patterns.Aws.StepFunctions;

/// <summary>The ARN of a state machine, taken apart.</summary>
internal sealed record StateMachineName(string Arn, string Region)
{
    private const string Kind = ":stateMachine:";

    /// <exception cref="ArgumentException">The text is not the ARN of a state machine.</exception>
    public static StateMachineName Parse(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return arn.Split(':') is ["arn", { Length: > 0 }, "states", { Length: > 0 } region, _, "stateMachine", { Length: > 0 }]
            ? new StateMachineName(arn, region)
            : throw new ArgumentException($"'{arn}' names no workflow. Expected the ARN of a state machine (arn:aws:states:…:stateMachine:…).");
    }

    /// <summary>The ARN of the machine's execution with a name.</summary>
    public string Execution(string runName) => $"{Arn.Replace(Kind, ":execution:", StringComparison.Ordinal)}:{runName}";
}
