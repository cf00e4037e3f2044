using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class DeleteStateMachineOperation
{
    internal static readonly StepFunctionsOperation<DeleteStateMachineRequest, DeleteStateMachineResponse> Instance = new("DeleteStateMachine", Write);

    private static void Write(Utf8JsonWriter json, DeleteStateMachineRequest request)
    {
        json.Field("stateMachineArn", request.StateMachineArn);
    }
}
