using Patterns.Local.Services.StepFunctions.StateMachines;
using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class CreateStateMachine : SyncOperation
{
    public override string Name => nameof(CreateStateMachine);

    protected override void Run(StepFunctionsCall call)
    {
        var input = call.Input;
        if (input.Flag("publish") == true)
        {
            throw StepFunctionsErrors.NotEmulated("Publishing a version of a state machine");
        }

        var machine = call.Service.Machines.Create(new NewStateMachine(
            input.Required("name"), input.Required("definition", StepFunctionsLimits.DefinitionLength), input.Required("roleArn", StepFunctionsLimits.ArnLength))
        {
            Type = StateMachineTypes.Parse(input.Text("type")),
            Logging = input.Raw("loggingConfiguration"),
            Tracing = input.Raw("tracingConfiguration"),
            Tags = [.. input.Tags("tags")],
        });
        call.Json.WriteString("stateMachineArn", machine.Arn);
        call.Json.WriteTime("creationDate", machine.CreatedAt);
    }
}
