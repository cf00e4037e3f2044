using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class MapStateStartedEventDetailsJson
{
    internal static MapStateStartedEventDetails Read(JsonElement json) => new()
    {
        Length = json.Whole("length"),
    };
}
