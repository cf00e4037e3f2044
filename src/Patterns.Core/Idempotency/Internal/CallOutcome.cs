namespace Patterns.Idempotency.Internal;

internal sealed class CallOutcome : IClaimOutcome
{
    public Exception? Failure { get; private set; }

    public bool IsBlocked(Claim claim) => false;

    public void Failed(Claim claim, Exception failure) => Failure = failure;
}
