namespace Patterns.Idempotency;

/// <summary>The result of an <see cref="IdempotentCall"/>.</summary>
/// <param name="Value">The result, equal at every repetition.</param>
/// <param name="IsReplayed">Whether it comes from an earlier run, so that this call did nothing.</param>
/// <typeparam name="TResult">The result's type.</typeparam>
public readonly record struct IdempotentResult<TResult>(TResult Value, bool IsReplayed);
