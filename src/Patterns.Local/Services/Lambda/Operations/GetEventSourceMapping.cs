using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class GetEventSourceMapping
{
    public static Task RunAsync(LambdaCall call) =>
        EventSourceMappingJson.AnswerAsync(call, 200, call.Service.Mappings.Find(call.Resource));
}
