using Patterns.Local.Services.Lambda.Async;
using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class PutFunctionEventInvokeConfig
{
    public static Task RunAsync(LambdaCall call)
    {
        var function = call.Function();
        var config = EventInvokeConfigJson.Read(call.Input(), new EventInvokeConfig());
        return EventInvokeConfigJson.AnswerAsync(call, function, call.Service.InvokeConfigs.Put(function.Name, config));
    }
}
