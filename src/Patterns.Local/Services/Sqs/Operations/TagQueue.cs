using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class TagQueue : SyncOperation
{
    public override string Name => nameof(TagQueue);

    public override bool HasResult => false;

    protected override void Run(SqsCall call)
    {
        call.Queue.Tags.Set(call.Input.Tags ?? throw SqsErrors.MissingParameter("Tags"));
    }
}
