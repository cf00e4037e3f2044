using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class DescribeExecution : SyncOperation
{
    public override string Name => nameof(DescribeExecution);

    protected override void Run(StepFunctionsCall call)
    {
        var hasData = ExecutionJson.HasData(call.Input);
        var execution = call.Service.Executions.Find(call.Input.Required("executionArn", StepFunctionsLimits.ArnLength));
        ExecutionJson.Write(call.Json, execution, hasData);
        call.Json.WriteNumber("redriveCount", 0);
        call.Json.WriteString("redriveStatus", "NOT_REDRIVABLE");
    }
}
