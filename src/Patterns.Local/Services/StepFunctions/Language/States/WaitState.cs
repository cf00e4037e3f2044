using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Services.StepFunctions.Language.States;

/// <summary>A Wait state; one of its three fields is set.</summary>
internal sealed class WaitState : StateDefinition
{
    public override StateType Type => StateType.Wait;

    public IntegerField? Seconds { get; init; }

    public DateTimeOffset? Until { get; init; }

    public DataPath? UntilPath { get; init; }
}
