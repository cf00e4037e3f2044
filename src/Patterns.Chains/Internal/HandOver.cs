using Patterns.Outbound;

namespace Patterns.Chains.Internal;

/// <summary>Tells what cannot be handed on at all from what may be taken the next time.</summary>
internal static class HandOver
{
    /// <summary>
    /// Whether a destination refuses the messages themselves. One that is missing or refuses the caller is not their fault, and
    /// may be there the next time.
    /// </summary>
    public static bool IsHopeless(SendFailedException refusal) =>
        refusal.Failures.All(failure => !failure.IsRetryable && failure.Code != SendFailureCodes.RequestFailed);

    /// <summary>The refusal as a failure that no retry can help.</summary>
    public static NonRetryableException Hopeless(string step, SendFailedException refusal) =>
        new($"The output of {step} cannot be handed on: {refusal.Message}", refusal);
}
