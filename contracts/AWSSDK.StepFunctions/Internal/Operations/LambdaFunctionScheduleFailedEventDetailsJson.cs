using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class LambdaFunctionScheduleFailedEventDetailsJson
{
    internal static LambdaFunctionScheduleFailedEventDetails Read(JsonElement json) => new()
    {
        Cause = json.Text("cause"),
        Error = json.Text("error"),
    };
}
