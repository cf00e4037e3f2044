using Patterns.Local.Functions;
using Patterns.Local.Services.Lambda.Async;
using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class GetFunctionEventInvokeConfig
{
    public static Task RunAsync(LambdaCall call)
    {
        var function = call.Function();
        return EventInvokeConfigJson.AnswerAsync(call, function, Find(call, function));
    }

    /// <exception cref="AwsException">The function has none.</exception>
    public static EventInvokeConfig Find(LambdaCall call, RegisteredFunction function) =>
        call.Service.InvokeConfigs.Find(function.Name) ?? throw NotFound(function);

    public static AwsException NotFound(RegisteredFunction function) =>
        LambdaErrors.NotFound($"The function {function.Arn}:{InvocationResult.Latest} doesn't have an EventInvokeConfig");
}
