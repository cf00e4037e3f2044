namespace Patterns.Sagas;

/// <summary>How a step is tried.</summary>
/// <typeparam name="TState">What is known of a saga.</typeparam>
public sealed class SagaStepOptions<TState>
    where TState : class
{
    /// <summary>How often the step is tried before the saga turns round; attempts that died count. Default: 5.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>How often undoing it is tried before the saga is stuck. Default: 20.</summary>
    public int UndoMaxAttempts { get; init; } = 20;

    /// <summary>The longest wait before the second attempt; it doubles with every further one. Default: 200 ms.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// The longest wait before any attempt. A wait that the invocation has no time for is left to the queue, which delivers the
    /// message again. Default: 20 seconds.
    /// </summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one attempt may take. Default: 20 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Finds out whether an earlier attempt succeeded whose answer was lost; asked instead of trying again blindly, and a last time
    /// before the saga turns round (not by a state machine, which undoes the step in doubt). Default: null, and the step is repeated with
    /// the same key.
    /// </summary>
    public SagaQuestion<TState>? Ask { get; init; }

    /// <summary>
    /// Whether all that the step does is enlisted (<see cref="SagaStepContext.Enlist"/>), so that an attempt that failed certainly had
    /// no effect and is not undone. Default: false, and a step whose last attempt ended in doubt is undone like one that succeeded.
    /// </summary>
    public bool IsAtomic { get; init; }

    internal IEnumerable<string> Mistakes(string step)
    {
        if (MaxAttempts < 1 || UndoMaxAttempts < 1)
        {
            yield return $"{nameof(MaxAttempts)} and {nameof(UndoMaxAttempts)} of step '{step}' must be at least 1, but are {MaxAttempts} and {UndoMaxAttempts}.";
        }

        if (FirstDelay < TimeSpan.Zero || MaxDelay < FirstDelay)
        {
            yield return $"{nameof(FirstDelay)} and {nameof(MaxDelay)} of step '{step}' must not be negative, nor the first the larger one, but are {FirstDelay} and {MaxDelay}.";
        }

        if (Timeout <= TimeSpan.Zero)
        {
            yield return $"{nameof(Timeout)} of step '{step}' must be more than zero, but is {Timeout}.";
        }

        if (IsAtomic && Ask is not null)
        {
            yield return $"{nameof(Ask)} of step '{step}' must be null: nothing is in doubt of a step that {nameof(IsAtomic)}.";
        }
    }
}
