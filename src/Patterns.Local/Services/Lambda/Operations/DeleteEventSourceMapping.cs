using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class DeleteEventSourceMapping
{
    public static async Task RunAsync(LambdaCall call)
    {
        var mapping = await call.Service.Mappings.DeleteAsync(call.Resource).ConfigureAwait(false);
        await EventSourceMappingJson.AnswerAsync(call, 202, mapping, "Deleting").ConfigureAwait(false);
    }
}
