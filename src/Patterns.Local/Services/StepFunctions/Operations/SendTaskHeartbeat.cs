using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class SendTaskHeartbeat : SyncOperation
{
    public override string Name => nameof(SendTaskHeartbeat);

    protected override void Run(StepFunctionsCall call)
    {
        call.Service.Tokens.Heartbeat(call.Input.Required("taskToken", StepFunctionsLimits.TokenLength));
    }
}
