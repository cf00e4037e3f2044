using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class ListTagsForResource : SyncOperation
{
    public override string Name => nameof(ListTagsForResource);

    protected override void Run(StepFunctionsCall call)
    {
        var machine = call.Service.Machines.Find(call.Input.Required("resourceArn", StepFunctionsLimits.ArnLength));
        call.Json.WriteStartArray("tags");
        foreach (var (key, value) in machine.Tags.All)
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("key", key);
            call.Json.WriteString("value", value);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }
}
