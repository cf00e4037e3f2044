using Patterns.Local.Services.Sqs.Settings;
using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class RemovePermission : SyncOperation
{
    public override string Name => nameof(RemovePermission);

    public override bool HasResult => false;

    protected override void Run(SqsCall call)
    {
        var queue = call.Queue;
        var label = call.Input.Label ?? throw SqsErrors.MissingParameter("Label");
        queue.Change(settings => QueuePermissions.Remove(settings, queue.Arn, label));
    }
}
