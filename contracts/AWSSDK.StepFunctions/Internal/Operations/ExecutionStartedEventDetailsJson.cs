using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class ExecutionStartedEventDetailsJson
{
    internal static ExecutionStartedEventDetails Read(JsonElement json) => new()
    {
        Input = json.Text("input"),
        InputDetails = json.Object("inputDetails", HistoryEventExecutionDataDetailsJson.Read),
        RoleArn = json.Text("roleArn"),
    };
}
