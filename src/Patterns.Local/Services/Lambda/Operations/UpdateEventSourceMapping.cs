using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class UpdateEventSourceMapping
{
    public static async Task RunAsync(LambdaCall call)
    {
        var input = call.Input();
        var function = input.Text("FunctionName") is { } name ? call.Service.Functions.Find(name) : null;
        var mapping = await call.Service.Mappings.UpdateAsync(
            call.Resource,
            old => EventSourceMappingJson.Read(input, old with { Function = function ?? old.Function })).ConfigureAwait(false);
        var state = input.Flag("Enabled") switch { true => "Enabling", false => "Disabling", _ => "Updating" };
        await EventSourceMappingJson.AnswerAsync(call, 202, mapping, state).ConfigureAwait(false);
    }
}
