using Patterns.Local.Services.Sqs.Settings;
using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

/// <summary>What makes a batch fail as a whole.</summary>
internal static class BatchRules
{
    public static void Check(List<MessageInput> entries, SqsLimits limits)
    {
        if (entries.Count == 0)
        {
            throw SqsErrors.EmptyBatchRequest();
        }

        if (entries.Count > limits.MaximumBatchEntries)
        {
            throw SqsErrors.TooManyEntries(limits.MaximumBatchEntries, entries.Count);
        }

        for (var i = 0; i < entries.Count; i++)
        {
            var id = entries[i].Id;
            if (!Alphabets.IsName(id))
            {
                throw SqsErrors.InvalidBatchEntryId();
            }

            CheckIsNew(entries, i, id!);
        }
    }

    /// <summary>One entry without group or identity makes a FIFO queue refuse all of them.</summary>
    public static void CheckFifo(List<MessageInput> entries, QueueSettings settings)
    {
        if (!settings.IsFifo)
        {
            return;
        }

        foreach (var entry in entries)
        {
            if (entry.DeduplicationId is null && !settings.ContentBasedDeduplication)
            {
                throw SqsErrors.InvalidParameterValue(
                    "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
            }

            if (entry.GroupId is null)
            {
                throw SqsErrors.InvalidParameterValue("The request must contain the parameter MessageGroupId.");
            }
        }
    }

    private static void CheckIsNew(List<MessageInput> entries, int index, string id)
    {
        for (var earlier = 0; earlier < index; earlier++)
        {
            if (entries[earlier].Id == id)
            {
                throw SqsErrors.BatchEntryIdsNotDistinct(id);
            }
        }
    }
}
