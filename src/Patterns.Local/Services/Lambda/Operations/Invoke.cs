using Patterns.Local.Functions;
using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

/// <summary>Runs a function and answers with its reply, or accepts an event for it.</summary>
internal static class Invoke
{
    public static async Task RunAsync(LambdaCall call)
    {
        var reference = call.Reference();
        var function = call.Service.Functions.Find(reference);
        var type = call.Header("X-Amz-Invocation-Type") ?? "RequestResponse";
        switch (type)
        {
            case "RequestResponse":
                await RunSyncAsync(call, function, reference.Qualifier).ConfigureAwait(false);
                break;
            case "Event":
                PayloadLimits.CheckAsync(call.Body.Length);
                call.Http.Response.Headers["x-amzn-RequestId"] = call.Service.Async.Enqueue(function.Name, InvokePayload.Checked(call.Body), Options(call, reference.Qualifier));
                await call.AnswerNothingAsync(202).ConfigureAwait(false);
                break;
            case "DryRun":
                await call.AnswerNothingAsync(204).ConfigureAwait(false);
                break;
            default:
                throw LambdaErrors.Validation(type, "invocationType", "Member must satisfy enum value set: [Event, RequestResponse, DryRun]");
        }
    }

    private static async Task RunSyncAsync(LambdaCall call, RegisteredFunction function, string? qualifier)
    {
        PayloadLimits.CheckSync(call.Body.Length);
        var payload = InvokePayload.Checked(call.Body);
        var result = await call.Service.Invoker.InvokeAsync(function.Name, payload, Options(call, qualifier), call.Aborted).ConfigureAwait(false);
        var response = call.Http.Response;
        response.StatusCode = 200;
        response.ContentType = "application/json";
        response.ContentLength = result.Payload.Length;
        response.Headers["x-amzn-RequestId"] = result.RequestId;
        response.Headers["X-Amz-Executed-Version"] = result.ExecutedVersion;
        if (result.FunctionError is not null)
        {
            response.Headers["X-Amz-Function-Error"] = result.FunctionError;
        }

        if (!result.LogTail.IsEmpty)
        {
            response.Headers["X-Amz-Log-Result"] = Convert.ToBase64String(result.LogTail.Span);
        }

        await response.BodyWriter.WriteAsync(result.Payload, call.Aborted).ConfigureAwait(false);
    }

    private static InvocationOptions Options(LambdaCall call, string? qualifier) => new()
    {
        Qualifier = qualifier,
        WantsLogTail = call.Header("X-Amz-Log-Type") == "Tail",
        ClientContext = InvokePayload.ClientContext(call.Header("X-Amz-Client-Context")),
        TraceId = call.Header("X-Amzn-Trace-Id"),
    };
}
