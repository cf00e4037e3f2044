using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class ListStateMachinesOperation
{
    internal static readonly StepFunctionsOperation<ListStateMachinesRequest, ListStateMachinesResponse> Instance = new("ListStateMachines", Write, Read);

    private static void Write(Utf8JsonWriter json, ListStateMachinesRequest request)
    {
        json.Field("maxResults", request.MaxResults);
        json.Field("nextToken", request.NextToken);
    }

    private static ListStateMachinesResponse Read(JsonElement json) => new()
    {
        NextToken = json.Text("nextToken"),
        StateMachines = json.List("stateMachines", StateMachineListItemJson.Read),
    };
}
