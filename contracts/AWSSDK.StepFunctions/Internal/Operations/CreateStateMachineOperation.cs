using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class CreateStateMachineOperation
{
    internal static readonly StepFunctionsOperation<CreateStateMachineRequest, CreateStateMachineResponse> Instance = new("CreateStateMachine", Write, Read);

    private static void Write(Utf8JsonWriter json, CreateStateMachineRequest request)
    {
        json.Field("definition", request.Definition);
        json.Field("name", request.Name);
        json.Field("publish", request.Publish);
        json.Field("roleArn", request.RoleArn);
        json.Field("tags", request.Tags, static (writer, tag) =>
        {
            writer.WriteStartObject();
            writer.Field("key", tag.Key);
            writer.Field("value", tag.Value);
            writer.WriteEndObject();
        });
        json.Field("type", request.Type?.Value);
        json.Field("versionDescription", request.VersionDescription);
    }

    private static CreateStateMachineResponse Read(JsonElement json) => new()
    {
        CreationDate = json.Time("creationDate"),
        StateMachineArn = json.Text("stateMachineArn"),
        StateMachineVersionArn = json.Text("stateMachineVersionArn"),
    };
}
