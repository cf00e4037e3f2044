using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class DescribeStateMachineForExecution : SyncOperation
{
    public override string Name => nameof(DescribeStateMachineForExecution);

    protected override void Run(StepFunctionsCall call)
    {
        var hasData = ExecutionJson.HasData(call.Input);
        var execution = call.Service.Executions.Find(call.Input.Required("executionArn", StepFunctionsLimits.ArnLength));
        call.Json.WriteString("stateMachineArn", execution.Machine.Arn);
        call.Json.WriteString("name", execution.Machine.Name);
        call.Json.WriteTime("updateDate", execution.Settings.UpdatedAt);
        StateMachineJson.WriteSettings(call.Json, execution.Settings, hasData);
    }
}
