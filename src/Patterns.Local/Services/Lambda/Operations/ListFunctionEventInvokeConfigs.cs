using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class ListFunctionEventInvokeConfigs
{
    public static Task RunAsync(LambdaCall call)
    {
        var function = call.Function();
        var config = call.Service.InvokeConfigs.Find(function.Name);
        return call.AnswerAsync(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("FunctionEventInvokeConfigs");
            if (config is not null)
            {
                EventInvokeConfigJson.Write(json, function, config);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
