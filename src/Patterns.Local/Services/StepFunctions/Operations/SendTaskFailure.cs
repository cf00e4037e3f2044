using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class SendTaskFailure : SyncOperation
{
    public override string Name => nameof(SendTaskFailure);

    protected override void Run(StepFunctionsCall call)
    {
        var token = call.Input.Required("taskToken", StepFunctionsLimits.TokenLength);
        var error = new StatesError(call.Input.Text("error", StepFunctionsLimits.ErrorLength), call.Input.Text("cause", StepFunctionsLimits.CauseLength));
        call.Service.Tokens.Answer(token, TaskOutcome.Failure(error));
    }
}
