namespace Patterns.TwoWayChain.Internal;

/// <summary>A reply as it came.</summary>
internal sealed record ReceivedReply(string Outcome, string Body, string? Error)
{
    public bool HasSucceeded => Outcome == ReplyAttributes.Succeeded;
}
