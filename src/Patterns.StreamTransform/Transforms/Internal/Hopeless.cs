using Patterns.Outbound;

namespace Patterns.StreamTransform.Internal;

/// <summary>Tells failures that are the message's own from those of its sink.</summary>
internal static class Hopeless
{
    /// <summary>Whether no other attempt and no other place can help. A sink that is missing or refuses the caller may be there the next time.</summary>
    public static bool IsHopeless(this SendFailure failure) => !failure.IsRetryable && failure.Code != SendFailureCodes.RequestFailed;
}
