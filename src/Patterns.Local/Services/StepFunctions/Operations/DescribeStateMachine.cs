using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class DescribeStateMachine : SyncOperation
{
    public override string Name => nameof(DescribeStateMachine);

    protected override void Run(StepFunctionsCall call)
    {
        var hasData = ExecutionJson.HasData(call.Input);
        var machine = call.Service.Machines.Find(call.Input.Required("stateMachineArn", StepFunctionsLimits.ArnLength));
        StateMachineJson.WriteSummary(call.Json, machine);
        call.Json.WriteString("status", machine.IsDeleting ? "DELETING" : "ACTIVE");
        StateMachineJson.WriteSettings(call.Json, machine.Settings, hasData);
    }
}
