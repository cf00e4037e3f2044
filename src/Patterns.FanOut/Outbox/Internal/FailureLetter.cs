using Patterns.Outbound;

namespace Patterns.FanOut.Internal;

/// <summary>A message for the failure destination: as it is, with the cause, and as many of its own attributes as fit beside it.</summary>
internal static class FailureLetter
{
    public static Envelope Of(Envelope message, string cause, int attempts, DestinationLimits limits)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FailureAttributes.Reason] = nameof(FailureReason.HandlerFailed),
            [FailureAttributes.Message] = cause,
            [FailureAttributes.Attempt] = attempts.ToString(),
        };
        var letter = message with { Attributes = attributes };
        if (letter.ToAttributes().Count > limits.MaxAttributes)
        {
            letter = letter with { Time = null }; // eight of the envelope's own and three of these are one too many for a queue
        }

        foreach (var (name, value) in message.Attributes.Take(Math.Max(0, limits.MaxAttributes - letter.ToAttributes().Count)))
        {
            attributes.TryAdd(name, value);
        }

        return letter;
    }
}
