using Patterns.Local.Services.Sqs.Settings;
using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

/// <summary>Adds a statement to the queue's policy, which is kept and given back but not enforced.</summary>
internal sealed class AddPermission : SyncOperation
{
    public override string Name => nameof(AddPermission);

    public override bool HasResult => false;

    protected override void Run(SqsCall call)
    {
        var input = call.Input;
        var queue = call.Queue;
        var label = input.Label ?? throw SqsErrors.MissingParameter("Label");
        queue.Change(settings => QueuePermissions.Add(settings, queue.Arn, label, input.AccountIds, input.Actions));
    }
}
