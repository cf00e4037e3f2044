using System.Text;
using Patterns.Local.Services.StepFunctions.Integrations;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.StateMachines;

/// <summary>Reads a definition, and refuses by name what no task can do here.</summary>
internal static class DefinitionCheck
{
    /// <summary>The faults of a definition; none for one that can run.</summary>
    public static ParsedDefinition Parse(string text, WorkflowType type)
    {
        var parsed = StateMachineDefinition.Parse(Encoding.UTF8.GetBytes(text), type);
        if (!parsed.IsValid)
        {
            return parsed;
        }

        var refused = IntegrationCheck.Of(text);
        return refused.Count == 0 ? parsed : new ParsedDefinition(refused);
    }

    /// <exception cref="AwsException"><c>InvalidDefinition</c>, with all faults.</exception>
    public static StateMachineDefinition Checked(string text, WorkflowType type)
    {
        var parsed = Parse(text, type);
        return parsed.Definition ?? throw StepFunctionsErrors.InvalidDefinition(parsed.Describe());
    }
}
