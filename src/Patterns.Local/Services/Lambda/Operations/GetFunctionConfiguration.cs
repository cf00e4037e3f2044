using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class GetFunctionConfiguration
{
    public static Task RunAsync(LambdaCall call)
    {
        var function = call.Function();
        return call.AnswerAsync(200, json =>
        {
            json.WriteStartObject();
            FunctionConfigurationJson.WriteMembers(json, function, call.Service.Aws);
            json.WriteEndObject();
        });
    }
}
