using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class TaskSubmittedEventDetailsJson
{
    internal static TaskSubmittedEventDetails Read(JsonElement json) => new()
    {
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", HistoryEventExecutionDataDetailsJson.Read),
        Resource = json.Text("resource"),
        ResourceType = json.Text("resourceType"),
    };
}
