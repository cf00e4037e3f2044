using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

/// <summary>An operation that has nothing to wait for.</summary>
internal abstract class SyncOperation : IStepFunctionsOperation
{
    public abstract string Name { get; }

    public ValueTask RunAsync(StepFunctionsCall call)
    {
        Run(call);
        return ValueTask.CompletedTask;
    }

    protected abstract void Run(StepFunctionsCall call);
}
