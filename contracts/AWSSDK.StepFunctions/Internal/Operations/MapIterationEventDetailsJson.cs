using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class MapIterationEventDetailsJson
{
    internal static MapIterationEventDetails Read(JsonElement json) => new()
    {
        Index = json.Whole("index"),
        Name = json.Text("name"),
    };
}
