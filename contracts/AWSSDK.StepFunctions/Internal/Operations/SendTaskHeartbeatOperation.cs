using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class SendTaskHeartbeatOperation
{
    internal static readonly StepFunctionsOperation<SendTaskHeartbeatRequest, SendTaskHeartbeatResponse> Instance = new("SendTaskHeartbeat", Write);

    private static void Write(Utf8JsonWriter json, SendTaskHeartbeatRequest request)
    {
        json.Field("taskToken", request.TaskToken);
    }
}
