using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class SendTaskFailureOperation
{
    internal static readonly StepFunctionsOperation<SendTaskFailureRequest, SendTaskFailureResponse> Instance = new("SendTaskFailure", Write);

    private static void Write(Utf8JsonWriter json, SendTaskFailureRequest request)
    {
        json.Field("cause", request.Cause);
        json.Field("error", request.Error);
        json.Field("taskToken", request.TaskToken);
    }
}
