using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class DescribeStateMachineOperation
{
    internal static readonly StepFunctionsOperation<DescribeStateMachineRequest, DescribeStateMachineResponse> Instance = new("DescribeStateMachine", Write, Read);

    private static void Write(Utf8JsonWriter json, DescribeStateMachineRequest request)
    {
        json.Field("includedData", request.IncludedData?.Value);
        json.Field("stateMachineArn", request.StateMachineArn);
    }

    private static DescribeStateMachineResponse Read(JsonElement json) => new()
    {
        CreationDate = json.Time("creationDate"),
        Definition = json.Text("definition"),
        Description = json.Text("description"),
        Label = json.Text("label"),
        Name = json.Text("name"),
        RevisionId = json.Text("revisionId"),
        RoleArn = json.Text("roleArn"),
        StateMachineArn = json.Text("stateMachineArn"),
        Status = json.Text("status"),
        Type = json.Text("type"),
    };
}
