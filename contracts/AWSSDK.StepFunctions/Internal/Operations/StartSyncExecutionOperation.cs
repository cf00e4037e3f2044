using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class StartSyncExecutionOperation
{
    internal static readonly StepFunctionsOperation<StartSyncExecutionRequest, StartSyncExecutionResponse> Instance = new("StartSyncExecution", Write, Read, "sync-");

    private static void Write(Utf8JsonWriter json, StartSyncExecutionRequest request)
    {
        json.Field("includedData", request.IncludedData?.Value);
        json.Field("input", request.Input);
        json.Field("name", request.Name);
        json.Field("stateMachineArn", request.StateMachineArn);
        json.Field("traceHeader", request.TraceHeader);
    }

    private static StartSyncExecutionResponse Read(JsonElement json) => new()
    {
        BillingDetails = json.Object("billingDetails", BillingDetailsJson.Read),
        Cause = json.Text("cause"),
        Error = json.Text("error"),
        ExecutionArn = json.Text("executionArn"),
        Input = json.Text("input"),
        InputDetails = json.Object("inputDetails", CloudWatchEventsExecutionDataDetailsJson.Read),
        Name = json.Text("name"),
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", CloudWatchEventsExecutionDataDetailsJson.Read),
        StartDate = json.Time("startDate"),
        StateMachineArn = json.Text("stateMachineArn"),
        Status = json.Text("status"),
        StopDate = json.Time("stopDate"),
        TraceHeader = json.Text("traceHeader"),
    };
}
