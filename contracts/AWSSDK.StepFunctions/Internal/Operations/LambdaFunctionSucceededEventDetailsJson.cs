using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class LambdaFunctionSucceededEventDetailsJson
{
    internal static LambdaFunctionSucceededEventDetails Read(JsonElement json) => new()
    {
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", HistoryEventExecutionDataDetailsJson.Read),
    };
}
