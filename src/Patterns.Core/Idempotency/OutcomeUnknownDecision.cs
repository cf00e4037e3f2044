namespace Patterns.Idempotency;

/// <summary>What to do when an earlier attempt neither completed nor gave its key back.</summary>
public enum OutcomeUnknownDecision
{
    /// <summary>Runs the handler. Effects that are not enlisted may happen twice.</summary>
    RunAgain,

    /// <summary>Counts the record as handled, for those who found the effect in place. Nothing is written: the next delivery asks again.</summary>
    TreatAsDone,

    /// <summary>Fails with an <see cref="IdempotencyOutcomeUnknownException"/>: the record goes to the failure destination.</summary>
    Fail,
}
