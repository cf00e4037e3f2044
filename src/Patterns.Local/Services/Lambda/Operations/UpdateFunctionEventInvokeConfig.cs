using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class UpdateFunctionEventInvokeConfig
{
    public static Task RunAsync(LambdaCall call)
    {
        var function = call.Function();
        var config = EventInvokeConfigJson.Read(call.Input(), GetFunctionEventInvokeConfig.Find(call, function));
        return EventInvokeConfigJson.AnswerAsync(call, function, call.Service.InvokeConfigs.Put(function.Name, config));
    }
}
