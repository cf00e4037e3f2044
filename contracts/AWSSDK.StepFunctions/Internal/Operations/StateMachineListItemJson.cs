using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class StateMachineListItemJson
{
    internal static StateMachineListItem Read(JsonElement json) => new()
    {
        CreationDate = json.Time("creationDate"),
        Name = json.Text("name"),
        StateMachineArn = json.Text("stateMachineArn"),
        Type = json.Text("type"),
    };
}
