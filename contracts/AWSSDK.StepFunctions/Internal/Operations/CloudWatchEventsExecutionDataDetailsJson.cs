using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class CloudWatchEventsExecutionDataDetailsJson
{
    internal static CloudWatchEventsExecutionDataDetails Read(JsonElement json) => new()
    {
        Included = json.Flag("included"),
    };
}
