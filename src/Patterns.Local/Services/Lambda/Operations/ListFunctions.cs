using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class ListFunctions
{
    private const int PageSize = 50;

    public static Task RunAsync(LambdaCall call)
    {
        var (functions, nextMarker) = call.Page(call.Service.Functions.List(), PageSize);
        return call.AnswerAsync(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("Functions");
            foreach (var function in functions)
            {
                json.WriteStartObject();
                FunctionConfigurationJson.WriteMembers(json, function, call.Service.Aws);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (nextMarker is not null)
            {
                json.WriteString("NextMarker", nextMarker);
            }

            json.WriteEndObject();
        });
    }
}
