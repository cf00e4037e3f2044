namespace Patterns.Local.Services.StepFunctions;

/// <summary>Makes the ARNs of the service and takes them apart.</summary>
internal sealed class StepFunctionsArns(AwsEnvironment aws)
{
    private const int MachineParts = 7;
    private const int ExecutionParts = 8;
    private const int ExpressParts = 9;

    public string Machine(string name) => aws.Arn("states", $"stateMachine:{name}");

    public string Execution(string machine, string name) => aws.Arn("states", $"execution:{machine}:{name}");

    public string Express(string machine, string name) => aws.Arn("states", $"express:{machine}:{name}:{RandomId.New():D}");

    /// <summary>Refuses what can be no ARN of a state machine.</summary>
    /// <exception cref="AwsException"><c>InvalidArn</c>.</exception>
    public static void CheckMachine(string arn)
    {
        if (!IsOf(arn, "stateMachine") || arn.Split(':').Length < MachineParts)
        {
            throw StepFunctionsErrors.InvalidArn(arn);
        }
    }

    /// <summary>Refuses what can be no ARN of an execution of a Standard state machine.</summary>
    /// <exception cref="AwsException"><c>InvalidArn</c>.</exception>
    public static void CheckExecution(string arn)
    {
        if (IsOf(arn, "express") && arn.Split(':').Length >= ExpressParts)
        {
            throw StepFunctionsErrors.ResourceTypeNotValid("express");
        }

        if (!IsOf(arn, "execution") || arn.Split(':').Length < ExecutionParts)
        {
            throw StepFunctionsErrors.InvalidArn(arn);
        }
    }

    private static bool IsOf(string arn, string kind) =>
        arn.Split(':') is ["arn", _, "states", { Length: > 0 }, { Length: > 0 }, var found, { Length: > 0 }, ..] && found == kind;
}
