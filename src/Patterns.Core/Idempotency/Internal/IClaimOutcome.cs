namespace Patterns.Idempotency.Internal;

/// <summary>Learns what became of claims in the end.</summary>
internal interface IClaimOutcome
{
    /// <summary>Whether an earlier record, which the claim's must not overtake, has failed to complete.</summary>
    bool IsBlocked(Claim claim);

    /// <summary>The claim is not completed; nothing that was enlisted took effect, as far as is known.</summary>
    void Failed(Claim claim, Exception failure);
}
