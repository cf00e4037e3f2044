using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class ExecutionSucceededEventDetailsJson
{
    internal static ExecutionSucceededEventDetails Read(JsonElement json) => new()
    {
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", HistoryEventExecutionDataDetailsJson.Read),
    };
}
