using System.Text.Json;
using Patterns.Local.Services.StepFunctions.StateMachines;

namespace Patterns.Local.Services.StepFunctions.Wire;

/// <summary>Writes a state machine.</summary>
internal static class StateMachineJson
{
    public static void WriteSummary(Utf8JsonWriter json, StateMachine machine)
    {
        json.WriteString("stateMachineArn", machine.Arn);
        json.WriteString("name", machine.Name);
        json.WriteString("type", machine.TypeName);
        json.WriteTime("creationDate", machine.CreatedAt);
    }

    /// <summary>What an update changes, as it is or was when an execution started.</summary>
    public static void WriteSettings(Utf8JsonWriter json, StateMachineSettings settings, bool hasData)
    {
        if (hasData)
        {
            json.WriteString("definition", settings.DefinitionText);
        }

        json.WriteString("roleArn", settings.RoleArn);
        json.WriteString("revisionId", settings.RevisionId);
        json.WriteStored("loggingConfiguration", settings.Logging);
        json.WriteStored("tracingConfiguration", settings.Tracing);
    }
}
