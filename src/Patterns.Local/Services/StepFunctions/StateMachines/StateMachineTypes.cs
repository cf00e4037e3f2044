using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.StateMachines;

/// <summary>The types as the API spells them.</summary>
internal static class StateMachineTypes
{
    public const string Standard = "STANDARD";
    public const string Express = "EXPRESS";

    /// <exception cref="AwsException">There is no such type.</exception>
    public static WorkflowType Parse(string? text) => text switch
    {
        null or Standard => WorkflowType.Standard,
        Express => WorkflowType.Express,
        _ => throw StepFunctionsErrors.NotInSet(text, "type", Standard, Express),
    };
}
