using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class LambdaFunctionScheduledEventDetailsJson
{
    internal static LambdaFunctionScheduledEventDetails Read(JsonElement json) => new()
    {
        Input = json.Text("input"),
        InputDetails = json.Object("inputDetails", HistoryEventExecutionDataDetailsJson.Read),
        Resource = json.Text("resource"),
        TimeoutInSeconds = json.Long("timeoutInSeconds"),
    };
}
