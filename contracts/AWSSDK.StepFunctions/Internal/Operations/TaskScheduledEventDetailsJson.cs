using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class TaskScheduledEventDetailsJson
{
    internal static TaskScheduledEventDetails Read(JsonElement json) => new()
    {
        HeartbeatInSeconds = json.Long("heartbeatInSeconds"),
        Parameters = json.Text("parameters"),
        Region = json.Text("region"),
        Resource = json.Text("resource"),
        ResourceType = json.Text("resourceType"),
        TimeoutInSeconds = json.Long("timeoutInSeconds"),
    };
}
