using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Executions;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>What a Task state asks for.</summary>
internal sealed record IntegrationRequest(TaskResource Resource, JsonData Parameters, Execution Execution)
{
    /// <exception cref="IntegrationException">The parameters are no object.</exception>
    public ParameterReader Read() => Parameters is ObjectData members
        ? new ParameterReader(members)
        : throw IntegrationException.Runtime($"The parameters of {Resource.Arn} must be an object.");
}
