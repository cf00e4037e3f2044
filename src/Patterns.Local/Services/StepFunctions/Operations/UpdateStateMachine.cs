using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class UpdateStateMachine : SyncOperation
{
    public override string Name => nameof(UpdateStateMachine);

    protected override void Run(StepFunctionsCall call)
    {
        var input = call.Input;
        if (input.Flag("publish") == true)
        {
            throw StepFunctionsErrors.NotEmulated("Publishing a version of a state machine");
        }

        var settings = call.Service.Machines.Update(
            input.Required("stateMachineArn", StepFunctionsLimits.ArnLength),
            input.Text("definition", StepFunctionsLimits.DefinitionLength),
            input.Text("roleArn", StepFunctionsLimits.ArnLength),
            input.Raw("loggingConfiguration"),
            input.Raw("tracingConfiguration"));
        call.Json.WriteTime("updateDate", settings.UpdatedAt);
        call.Json.WriteString("revisionId", settings.RevisionId);
    }
}
