using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class GetExecutionHistoryOperation
{
    internal static readonly StepFunctionsOperation<GetExecutionHistoryRequest, GetExecutionHistoryResponse> Instance = new("GetExecutionHistory", Write, Read);

    private static void Write(Utf8JsonWriter json, GetExecutionHistoryRequest request)
    {
        json.Field("executionArn", request.ExecutionArn);
        json.Field("includeExecutionData", request.IncludeExecutionData);
        json.Field("maxResults", request.MaxResults);
        json.Field("nextToken", request.NextToken);
        json.Field("reverseOrder", request.ReverseOrder);
    }

    private static GetExecutionHistoryResponse Read(JsonElement json) => new()
    {
        Events = json.List("events", HistoryEventJson.Read),
        NextToken = json.Text("nextToken"),
    };
}
