using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class GetFunction
{
    public static Task RunAsync(LambdaCall call)
    {
        var function = call.Function();
        return call.AnswerAsync(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("Configuration");
            FunctionConfigurationJson.WriteMembers(json, function, call.Service.Aws);
            json.WriteEndObject();
            json.WriteStartObject("Code");
            json.WriteString("RepositoryType", "Local");
            json.WriteString("Location", new Uri(Path.GetFullPath(function.Definition.CodeDirectory)).AbsoluteUri);
            json.WriteEndObject();
            if (call.Service.Concurrency.Reserved(function.Name) is { } reserved)
            {
                json.WriteStartObject("Concurrency");
                json.WriteNumber("ReservedConcurrentExecutions", reserved);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
    }
}
