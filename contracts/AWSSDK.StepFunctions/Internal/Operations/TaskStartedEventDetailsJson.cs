using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class TaskStartedEventDetailsJson
{
    internal static TaskStartedEventDetails Read(JsonElement json) => new()
    {
        Resource = json.Text("resource"),
        ResourceType = json.Text("resourceType"),
    };
}
