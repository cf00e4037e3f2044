using System.Text.Json;
using Patterns.Local.Services.StepFunctions.Executions;

namespace Patterns.Local.Services.StepFunctions.Wire;

/// <summary>Writes an execution whole.</summary>
internal static class ExecutionJson
{
    public static void Write(Utf8JsonWriter json, Execution execution, bool hasData)
    {
        var end = execution.End;
        json.WriteString("executionArn", execution.Arn);
        json.WriteString("stateMachineArn", execution.Machine.Arn);
        json.WriteString("name", execution.Name);
        json.WriteTime("startDate", execution.StartedAt);
        json.WriteTime("stopDate", end?.At);
        json.WriteString("status", ExecutionStatuses.NameOf(end?.Result.Status));
        json.WriteText("traceHeader", execution.TraceHeader);
        json.WriteText("error", end?.Result.Error?.Error);
        json.WriteText("cause", end?.Result.Error?.Cause);
        if (hasData)
        {
            json.WriteIncluded("input", execution.InputText);
            json.WriteIncluded("output", end?.OutputText);
        }
    }

    /// <summary>Whether the caller wants inputs and outputs.</summary>
    /// <exception cref="AwsException">The choice is none of the service's.</exception>
    public static bool HasData(JsonInput input) => input.Text("includedData") switch
    {
        null or "ALL_DATA" => true,
        "METADATA_ONLY" => false,
        var other => throw StepFunctionsErrors.NotInSet(other, "includedData", "ALL_DATA", "METADATA_ONLY"),
    };
}
