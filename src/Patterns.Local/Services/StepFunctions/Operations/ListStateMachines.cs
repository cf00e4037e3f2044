using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class ListStateMachines : SyncOperation
{
    public override string Name => nameof(ListStateMachines);

    protected override void Run(StepFunctionsCall call)
    {
        var size = PageToken.Size(call.Input);
        var start = (int)(PageToken.Read(Name, call.Input.Text("nextToken")) ?? 0);
        var machines = call.Service.Machines.All;
        call.Json.WriteStartArray("stateMachines");
        foreach (var machine in machines.Skip(start).Take(size))
        {
            call.Json.WriteStartObject();
            StateMachineJson.WriteSummary(call.Json, machine);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
        if (machines.Count > start + size)
        {
            call.Json.WriteString("nextToken", PageToken.Of(Name, start + size));
        }
    }
}
