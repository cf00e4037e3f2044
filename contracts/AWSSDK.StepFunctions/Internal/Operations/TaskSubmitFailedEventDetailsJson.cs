using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class TaskSubmitFailedEventDetailsJson
{
    internal static TaskSubmitFailedEventDetails Read(JsonElement json) => new()
    {
        Cause = json.Text("cause"),
        Error = json.Text("error"),
        Resource = json.Text("resource"),
        ResourceType = json.Text("resourceType"),
    };
}
