using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

/// <summary>An operation that has nothing to wait for.</summary>
internal abstract class SyncOperation : ISqsOperation
{
    public abstract string Name { get; }

    public virtual bool HasResult => true;

    public ValueTask RunAsync(SqsCall call)
    {
        Run(call);
        return ValueTask.CompletedTask;
    }

    protected abstract void Run(SqsCall call);
}
