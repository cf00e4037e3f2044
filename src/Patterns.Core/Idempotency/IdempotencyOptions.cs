namespace Patterns.Idempotency;

/// <summary>How long keys are held and remembered, and what happens when attempts meet.</summary>
public class IdempotencyOptions
{
    private const int LongestScope = 256;

    /// <summary>
    /// Separates the keys of functions that share a table: equal keys of different scopes have nothing to do with each other. At most
    /// 256 characters, without <c>#</c>. Default: null, the function's name; an <see cref="IdempotentCall"/> needs one.
    /// </summary>
    public string? Scope { get; init; }

    /// <summary>
    /// How long a completed key is remembered. Should be longer than the source may deliver a message again, a redrive of dead letters
    /// included. A key whose time is over counts as new, even while the table still has it. Default: 1 day.
    /// </summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How long a key is held by one attempt without a sign of life; renewed at its half while the attempt runs, so that it may be
    /// shorter than the function's timeout. After a crash, the next attempt comes to run when it is over. At least 1 second, and not
    /// longer than <see cref="Retention"/>. Default: 1 minute.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What happens to a key that somebody else is working on. Default: <see cref="InProgressPolicy.Wait"/>.</summary>
    public InProgressPolicy InProgress { get; init; }

    /// <summary>
    /// Decides when the lease of an earlier attempt ran out: it may have crashed before its effect, or after. Default: null,
    /// <see cref="OutcomeUnknownDecision.RunAgain"/>.
    /// </summary>
    public Func<OutcomeUnknownArguments, ValueTask<OutcomeUnknownDecision>>? OnOutcomeUnknown { get; init; }

    /// <summary>
    /// Whether the same key with another payload is an error, told by SHA-256 of the message's bytes. Default: true.
    /// </summary>
    public bool ChecksPayload { get; init; } = true;

    /// <summary>
    /// How many completed keys each instance of the function remembers by itself, so that their repetitions cost no call; the least
    /// recently used goes first. Default: 1,000; 0 for none.
    /// </summary>
    public int CacheSize { get; init; } = 1000;

    /// <exception cref="OptionsException">One or more options are out of range.</exception>
    internal void Validate(bool isCall)
    {
        var mistakes = new List<string>(Mistakes());
        if (isCall && Scope is null)
        {
            mistakes.Add($"{nameof(Scope)} must not be null: a call has no function name to take its place.");
        }

        if (isCall && InProgress == InProgressPolicy.Skip)
        {
            mistakes.Add($"{nameof(InProgress)} must not be {nameof(InProgressPolicy.Skip)}: a call that is skipped has no result.");
        }

        if (mistakes.Count > 0)
        {
            throw new OptionsException(nameof(IdempotencyOptions), mistakes);
        }
    }

    private IEnumerable<string> Mistakes()
    {
        if (Scope is "" or { Length: > LongestScope } || Scope?.Contains('#') == true)
        {
            yield return $"{nameof(Scope)} must be null or 1 to {LongestScope} characters without '#', but is '{Scope}'.";
        }

        if (Lease < TimeSpan.FromSeconds(1))
        {
            yield return $"{nameof(Lease)} must be at least 1 second, but is {Lease}.";
        }

        if (Retention < Lease)
        {
            yield return $"{nameof(Retention)} must not be shorter than {nameof(Lease)}, but is {Retention}.";
        }

        if (!Enum.IsDefined(InProgress))
        {
            yield return $"{nameof(InProgress)} must be a known policy, but is {InProgress}.";
        }

        if (CacheSize < 0)
        {
            yield return $"{nameof(CacheSize)} must not be negative, but is {CacheSize}.";
        }
    }
}
