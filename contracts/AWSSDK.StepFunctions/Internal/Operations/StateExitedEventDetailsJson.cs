using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class StateExitedEventDetailsJson
{
    internal static StateExitedEventDetails Read(JsonElement json) => new()
    {
        Name = json.Text("name"),
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", HistoryEventExecutionDataDetailsJson.Read),
    };
}
