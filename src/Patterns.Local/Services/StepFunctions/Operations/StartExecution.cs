using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class StartExecution : SyncOperation
{
    public override string Name => nameof(StartExecution);

    protected override void Run(StepFunctionsCall call)
    {
        var execution = call.Service.Executions.Start(Starting.Read(call.Input));
        call.Json.WriteString("executionArn", execution.Arn);
        call.Json.WriteTime("startDate", execution.StartedAt);
    }
}
