using Patterns.Local.Services.Sqs.Settings;

namespace Patterns.Local.Services.Sqs;

/// <summary>The relations between source queues and dead-letter queues of one account.</summary>
internal sealed class Redrive(SqsService service)
{
    /// <summary>Whether the queue of that name may have the policy in its settings.</summary>
    /// <exception cref="AwsException">The target is missing, of the other type, or does not allow the source.</exception>
    public void Check(string sourceName, QueueSettings source, string policyText)
    {
        var arn = source.RedrivePolicy!.DeadLetterTargetArn;
        if (arn == service.Aws.Arn("sqs", sourceName))
        {
            return;
        }

        if (!service.TryFindByArn(arn, out var target))
        {
            throw RedrivePolicy.Invalid(policyText, "Dead letter target does not exist.");
        }

        if (target.IsFifo != source.IsFifo)
        {
            throw RedrivePolicy.Invalid(policyText, "Dead-letter queue must be same type of queue as the source.");
        }

        if (target.Settings.RedriveAllowPolicy is { } allowed && !allowed.Allows(service.Aws.Arn("sqs", sourceName)))
        {
            throw RedrivePolicy.Invalid(policyText, "The dead-letter queue's RedriveAllowPolicy does not permit this source queue.");
        }
    }

    /// <summary>The dead-letter queue, or null where none is set or it was deleted.</summary>
    public SqsQueue? TargetOf(SqsQueue source) =>
        source.Settings.RedrivePolicy is { } policy && service.TryFindByArn(policy.DeadLetterTargetArn, out var target) ? target : null;

    /// <summary>Whether dead letters of the queue would come back to it.</summary>
    public bool IsCycle(SqsQueue source)
    {
        var passed = new HashSet<SqsQueue>();
        for (var next = TargetOf(source); next is not null && passed.Add(next); next = TargetOf(next))
        {
            if (next == source)
            {
                return true;
            }
        }

        return false;
    }

    public IReadOnlyList<SqsQueue> SourcesOf(SqsQueue target) =>
        [.. service.List().Where(queue => queue.Settings.RedrivePolicy?.DeadLetterTargetArn == target.Arn)];
}
