using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class ExecutionTimedOutEventDetailsJson
{
    internal static ExecutionTimedOutEventDetails Read(JsonElement json) => new()
    {
        Cause = json.Text("cause"),
        Error = json.Text("error"),
    };
}
