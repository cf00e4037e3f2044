using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class HistoryEventExecutionDataDetailsJson
{
    internal static HistoryEventExecutionDataDetails Read(JsonElement json) => new()
    {
        Truncated = json.Flag("truncated"),
    };
}
