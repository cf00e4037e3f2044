using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class StopExecutionOperation
{
    internal static readonly StepFunctionsOperation<StopExecutionRequest, StopExecutionResponse> Instance = new("StopExecution", Write, Read);

    private static void Write(Utf8JsonWriter json, StopExecutionRequest request)
    {
        json.Field("cause", request.Cause);
        json.Field("error", request.Error);
        json.Field("executionArn", request.ExecutionArn);
    }

    private static StopExecutionResponse Read(JsonElement json) => new()
    {
        StopDate = json.Time("stopDate"),
    };
}
