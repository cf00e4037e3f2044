using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class BillingDetailsJson
{
    internal static BillingDetails Read(JsonElement json) => new()
    {
        BilledDurationInMilliseconds = json.Long("billedDurationInMilliseconds"),
        BilledMemoryUsedInMB = json.Long("billedMemoryUsedInMB"),
    };
}
