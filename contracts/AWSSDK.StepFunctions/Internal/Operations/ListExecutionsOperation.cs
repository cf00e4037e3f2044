using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class ListExecutionsOperation
{
    internal static readonly StepFunctionsOperation<ListExecutionsRequest, ListExecutionsResponse> Instance = new("ListExecutions", Write, Read);

    private static void Write(Utf8JsonWriter json, ListExecutionsRequest request)
    {
        json.Field("mapRunArn", request.MapRunArn);
        json.Field("maxResults", request.MaxResults);
        json.Field("nextToken", request.NextToken);
        json.Field("stateMachineArn", request.StateMachineArn);
        json.Field("statusFilter", request.StatusFilter?.Value);
    }

    private static ListExecutionsResponse Read(JsonElement json) => new()
    {
        Executions = json.List("executions", ExecutionListItemJson.Read),
        NextToken = json.Text("nextToken"),
    };
}
