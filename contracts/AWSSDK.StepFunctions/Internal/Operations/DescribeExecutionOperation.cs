using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class DescribeExecutionOperation
{
    internal static readonly StepFunctionsOperation<DescribeExecutionRequest, DescribeExecutionResponse> Instance = new("DescribeExecution", Write, Read);

    private static void Write(Utf8JsonWriter json, DescribeExecutionRequest request)
    {
        json.Field("executionArn", request.ExecutionArn);
        json.Field("includedData", request.IncludedData?.Value);
    }

    private static DescribeExecutionResponse Read(JsonElement json) => new()
    {
        Cause = json.Text("cause"),
        Error = json.Text("error"),
        ExecutionArn = json.Text("executionArn"),
        Input = json.Text("input"),
        InputDetails = json.Object("inputDetails", CloudWatchEventsExecutionDataDetailsJson.Read),
        MapRunArn = json.Text("mapRunArn"),
        Name = json.Text("name"),
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", CloudWatchEventsExecutionDataDetailsJson.Read),
        RedriveCount = json.Whole("redriveCount"),
        RedriveDate = json.Time("redriveDate"),
        StartDate = json.Time("startDate"),
        StateMachineAliasArn = json.Text("stateMachineAliasArn"),
        StateMachineArn = json.Text("stateMachineArn"),
        StateMachineVersionArn = json.Text("stateMachineVersionArn"),
        Status = json.Text("status"),
        StopDate = json.Time("stopDate"),
        TraceHeader = json.Text("traceHeader"),
    };
}
