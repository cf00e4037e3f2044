using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class SendTaskSuccess : SyncOperation
{
    public override string Name => nameof(SendTaskSuccess);

    protected override void Run(StepFunctionsCall call)
    {
        var token = call.Input.Required("taskToken", StepFunctionsLimits.TokenLength);
        var output = PayloadRules.Output(call.Input.Required("output"));
        call.Service.Tokens.Answer(token, TaskOutcome.Success(output));
    }
}
