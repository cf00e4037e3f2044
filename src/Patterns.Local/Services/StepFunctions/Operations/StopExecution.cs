using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class StopExecution : SyncOperation
{
    public override string Name => nameof(StopExecution);

    protected override void Run(StepFunctionsCall call)
    {
        var input = call.Input;
        var error = input.Text("error", StepFunctionsLimits.ErrorLength);
        var cause = input.Text("cause", StepFunctionsLimits.CauseLength);
        var execution = call.Service.Executions.Find(input.Required("executionArn", StepFunctionsLimits.ArnLength));
        execution.Run?.Stop((error ?? cause) is null ? null : new StatesError(error, cause));
        call.Json.WriteTime("stopDate", execution.End?.At ?? call.Service.Aws.Time.GetUtcNow());
    }
}
