using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class ListEventSourceMappings
{
    private const int PageSize = 100;

    public static Task RunAsync(LambdaCall call)
    {
        var function = call.Query("FunctionName") is { } name ? FunctionReference.Parse(name).Name : null;
        var (mappings, nextMarker) = call.Page(call.Service.Mappings.List(function, call.Query("EventSourceArn")), PageSize);
        return call.AnswerAsync(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("EventSourceMappings");
            foreach (var mapping in mappings)
            {
                EventSourceMappingJson.Write(json, mapping, mapping.State);
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
