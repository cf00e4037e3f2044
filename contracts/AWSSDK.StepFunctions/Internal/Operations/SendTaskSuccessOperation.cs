using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class SendTaskSuccessOperation
{
    internal static readonly StepFunctionsOperation<SendTaskSuccessRequest, SendTaskSuccessResponse> Instance = new("SendTaskSuccess", Write);

    private static void Write(Utf8JsonWriter json, SendTaskSuccessRequest request)
    {
        json.Field("output", request.Output);
        json.Field("taskToken", request.TaskToken);
    }
}
