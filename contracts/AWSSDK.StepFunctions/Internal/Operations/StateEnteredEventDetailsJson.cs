using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class StateEnteredEventDetailsJson
{
    internal static StateEnteredEventDetails Read(JsonElement json) => new()
    {
        Input = json.Text("input"),
        InputDetails = json.Object("inputDetails", HistoryEventExecutionDataDetailsJson.Read),
        Name = json.Text("name"),
    };
}
