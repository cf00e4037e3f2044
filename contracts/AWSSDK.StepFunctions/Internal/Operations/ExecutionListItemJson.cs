using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class ExecutionListItemJson
{
    internal static ExecutionListItem Read(JsonElement json) => new()
    {
        ExecutionArn = json.Text("executionArn"),
        Name = json.Text("name"),
        RedriveCount = json.Whole("redriveCount"),
        StartDate = json.Time("startDate"),
        StateMachineArn = json.Text("stateMachineArn"),
        Status = json.Text("status"),
        StopDate = json.Time("stopDate"),
    };
}
