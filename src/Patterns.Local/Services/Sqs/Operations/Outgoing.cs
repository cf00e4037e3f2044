using Patterns.Local.Services.Sqs.Messages;
using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

/// <summary>Makes the message to send of what the request says.</summary>
internal static class Outgoing
{
    public static NewMessage From(MessageInput input) => new(input.Body)
    {
        Attributes = input.Attributes,
        SystemAttributes = input.SystemAttributes,
        Delay = input.DelaySeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        GroupId = input.GroupId,
        DeduplicationId = input.DeduplicationId,
    };
}
