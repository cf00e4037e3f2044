using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class DeleteFunctionEventInvokeConfig
{
    public static Task RunAsync(LambdaCall call)
    {
        var function = call.Function();
        return call.Service.InvokeConfigs.Delete(function.Name)
            ? call.AnswerNothingAsync(204)
            : throw GetFunctionEventInvokeConfig.NotFound(function);
    }
}
