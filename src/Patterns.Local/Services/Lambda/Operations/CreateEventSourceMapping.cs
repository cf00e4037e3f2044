using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class CreateEventSourceMapping
{
    public static async Task RunAsync(LambdaCall call)
    {
        var input = call.Input();
        var function = call.Service.Functions.Find(input.RequiredText("FunctionName"));
        var settings = EventSourceMappingJson.Read(input, new EventSourceMappingSettings(function, input.RequiredText("EventSourceArn")));
        settings = settings with { Stream = StreamMappingJson.ReadStart(input, settings.Stream) };
        var mapping = await call.Service.Mappings.CreateAsync(settings).ConfigureAwait(false);
        await EventSourceMappingJson.AnswerAsync(call, 202, mapping, "Creating").ConfigureAwait(false);
    }
}
