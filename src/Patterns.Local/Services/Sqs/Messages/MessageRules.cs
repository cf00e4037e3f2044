using Patterns.Local.Services.Sqs.Settings;

namespace Patterns.Local.Services.Sqs.Messages;

/// <summary>What a message must be like to enter a queue.</summary>
internal static class MessageRules
{
    private static readonly TimeSpan MaximumDelay = TimeSpan.FromMinutes(15);

    public static void Check(NewMessage message, QueueSettings settings, SqsLimits limits)
    {
        if (message.Utf8Body.IsEmpty)
        {
            throw SqsErrors.MissingParameter("MessageBody");
        }

        if (!MessageCharacters.AreAllowed(message.Utf8Body.Span))
        {
            throw SqsErrors.InvalidMessageContents();
        }

        AttributeRules.Check(message.Attributes, limits);
        AttributeRules.CheckSystem(message.SystemAttributes);
        if (message.Size > settings.MaximumMessageSize)
        {
            throw SqsErrors.InvalidParameterValue(
                $"One or more parameters are invalid. Reason: Message must be shorter than {settings.MaximumMessageSize} bytes.");
        }

        CheckId("MessageGroupId", message.GroupId);
        CheckId("MessageDeduplicationId", message.DeduplicationId);
        CheckDelay(message.Delay, settings);
        CheckForQueueType(message, settings);
    }

    public static void CheckId(string parameter, string? id)
    {
        if (id is not null && !MessageCharacters.AreAllowedInId(id))
        {
            throw SqsErrors.InvalidParameterValue(
                parameter, id, $"{parameter} can only include alphanumeric and punctuation characters. 1 to 128 in length.");
        }
    }

    /// <summary>A FIFO queue must know the group and the identity of each message.</summary>
    public static void CheckFifo(string? groupId, string? deduplicationId, QueueSettings settings)
    {
        if (groupId is null)
        {
            throw SqsErrors.MissingParameter("MessageGroupId");
        }

        if (deduplicationId is null && !settings.ContentBasedDeduplication)
        {
            throw SqsErrors.InvalidParameterValue(
                "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
        }
    }

    private static void CheckDelay(TimeSpan? delay, QueueSettings settings)
    {
        if (delay is not { } value)
        {
            return;
        }

        if (settings.IsFifo && value > TimeSpan.Zero)
        {
            throw SqsErrors.InvalidParameterValue(
                "DelaySeconds", $"{value.TotalSeconds:0}", "The request include parameter that is not valid for this queue type.");
        }

        if (value < TimeSpan.Zero || value > MaximumDelay)
        {
            throw SqsErrors.InvalidParameterValue("DelaySeconds", $"{value.TotalSeconds:0}", "DelaySeconds must be >= 0 and <= 900.");
        }
    }

    private static void CheckForQueueType(NewMessage message, QueueSettings settings)
    {
        if (settings.IsFifo)
        {
            CheckFifo(message.GroupId, message.DeduplicationId, settings);
        }
        else if (message.DeduplicationId is { } id)
        {
            throw SqsErrors.InvalidParameterValue(
                "MessageDeduplicationId", id, "The request includes a parameter that is not valid for this queue type.");
        }
    }
}
