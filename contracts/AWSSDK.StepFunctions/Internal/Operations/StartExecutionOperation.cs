using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class StartExecutionOperation
{
    internal static readonly StepFunctionsOperation<StartExecutionRequest, StartExecutionResponse> Instance = new("StartExecution", Write, Read);

    private static void Write(Utf8JsonWriter json, StartExecutionRequest request)
    {
        json.Field("input", request.Input);
        json.Field("name", request.Name);
        json.Field("stateMachineArn", request.StateMachineArn);
        json.Field("traceHeader", request.TraceHeader);
    }

    private static StartExecutionResponse Read(JsonElement json) => new()
    {
        ExecutionArn = json.Text("executionArn"),
        StartDate = json.Time("startDate"),
    };
}
