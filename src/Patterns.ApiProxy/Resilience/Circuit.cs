using Patterns.Resilience.Internal;
using Patterns.Tables;

namespace Patterns.Resilience;

/// <summary>
/// A circuit breaker whose state is in a table, so that all instances of a function, each of which sees few calls, leave a service alone together.
/// </summary>
/// <remarks>
/// <para>
/// Best effort: an instance goes by a state that is up to <see cref="CircuitOptions.Refresh"/> old, and calls are made as if there were no circuit while the
/// table does not answer. While it is open, one call each <see cref="CircuitOptions.Break"/> is let through, or the next one once it was given up; its success closes the circuit.
/// </para>
/// <para>
/// Costs: a read each <see cref="CircuitOptions.Refresh"/> and instance, a write for each failure, and while there are failures, a write each
/// <see cref="CircuitOptions.Refresh"/> and instance for successes. Make one object and keep it.
/// </para>
/// </remarks>
public sealed class Circuit
{
    private readonly CircuitOptions _options;
    private readonly TimeProvider _time;
    private readonly CircuitStore _store;
    private readonly Lock _lock = new();
    private CircuitState _state = CircuitState.Closed;
    private DateTimeOffset? _readAt;
    private int _successes;

    /// <summary>Makes the circuit. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="table">Where the state is.</param>
    /// <param name="options">When it opens.</param>
    /// <param name="time">Null for the system's clock.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public Circuit(ITable table, CircuitOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Validated();
        _time = time ?? TimeProvider.System;
        _store = new CircuitStore(table, _options, _time);
    }

    /// <summary>The circuit's name.</summary>
    public string Name => _options.Name;

    /// <summary>
    /// Makes a call, and counts how it ends. Every exception is a failure, but for the end of a call that the caller gives up by the token, which tells
    /// nothing: a call that may be too slow needs a limit of its own, within <paramref name="call"/>.
    /// </summary>
    /// <exception cref="CircuitOpenException">The circuit is open; the call was not made.</exception>
    public ValueTask<TResult> RunAsync<TResult>(Func<CancellationToken, ValueTask<TResult>> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        return RunAsync(call, exception => exception is OperationCanceledException && cancellationToken.IsCancellationRequested ? null : true, cancellationToken);
    }

    /// <summary>Makes a call whose caller says which exceptions are failures; null for one that tells nothing.</summary>
    internal async ValueTask<TResult> RunAsync<TResult>(
        Func<CancellationToken, ValueTask<TResult>> call,
        Func<Exception, bool?> hasFailed,
        CancellationToken cancellationToken)
    {
        var permit = await EnterAsync().ConfigureAwait(false);
        TResult result;
        try
        {
            result = await call(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await RecordAsync(permit, hasFailed(exception)).ConfigureAwait(false);
            throw;
        }

        await RecordAsync(permit, hasFailed: false).ConfigureAwait(false);
        return result;
    }

    /// <summary>Asks for a call to be let through.</summary>
    /// <exception cref="CircuitOpenException">The circuit is open.</exception>
    internal async ValueTask<CircuitPermit> EnterAsync()
    {
        await RefreshAsync().ConfigureAwait(false);
        var (state, now) = (_state, _time.GetUtcNow());
        if (state.OpenUntil is not { } openUntil)
        {
            return new CircuitPermit(null);
        }

        if (now < openUntil)
        {
            throw new CircuitOpenException(Name, openUntil - now);
        }

        return await ProbeAsync(openUntil, now).ConfigureAwait(false);
    }

    /// <param name="permit">What the call was let through with.</param>
    /// <param name="hasFailed">How it ended; null for one that was not waited for, which tells nothing.</param>
    internal async ValueTask RecordAsync(CircuitPermit permit, bool? hasFailed)
    {
        if (hasFailed is not { } isFailure)
        {
            await GiveUpAsync(permit).ConfigureAwait(false);
            return;
        }

        if (permit.ProbeOf is { } openUntil)
        {
            Take(await _store.EndProbeAsync(openUntil, isFailure).ConfigureAwait(false));
        }
        else if (isFailure)
        {
            Take(await _store.AddFailureAsync(_state, Interlocked.Exchange(ref _successes, 0)).ConfigureAwait(false));
        }
        else
        {
            Interlocked.Increment(ref _successes);
        }
    }

    /// <summary>One of those who come when the break is over is let through.</summary>
    private async ValueTask<CircuitPermit> ProbeAsync(DateTimeOffset openUntil, DateTimeOffset now)
    {
        var (isTaken, state) = await _store.TakeProbeAsync(openUntil).ConfigureAwait(false);
        Take(state);
        if (isTaken)
        {
            return new CircuitPermit(openUntil, state?.ProbeUntil);
        }

        return state is null or { OpenUntil: null }
            ? new CircuitPermit(null)
            : throw new CircuitOpenException(Name, Longest(state.OpenUntil.Value, state.ProbeUntil ?? now, now) - now);
    }

    /// <summary>A call that tried and tells nothing lets the next one try.</summary>
    private async ValueTask GiveUpAsync(CircuitPermit permit)
    {
        if (permit is { ProbeOf: { } openUntil, ProbeUntil: { } probeUntil })
        {
            Take(await _store.GiveUpProbeAsync(openUntil, probeUntil).ConfigureAwait(false));
        }
    }

    private async ValueTask RefreshAsync()
    {
        var now = _time.GetUtcNow();
        lock (_lock)
        {
            // Those who come meanwhile go by what is there.
            if (_readAt is { } readAt && now - readAt < _options.Refresh)
            {
                return;
            }

            _readAt = now;
        }

        // Those of a time in which nothing failed are forgotten: they are not of the window that the next failure begins.
        var recent = Interlocked.Exchange(ref _successes, 0);
        var successes = _state.HasFailures(now, _options.Sampling) ? recent : 0;
        Take(successes > 0 ? await _store.AddSuccessesAsync(_state, successes).ConfigureAwait(false) : await _store.ReadAsync().ConfigureAwait(false));
    }

    /// <summary>Null when the table did not answer.</summary>
    private void Take(CircuitState? state)
    {
        lock (_lock)
        {
            _state = state ?? _state;
            _readAt = state is null ? _readAt : _time.GetUtcNow();
        }
    }

    private static DateTimeOffset Longest(DateTimeOffset one, DateTimeOffset other, DateTimeOffset now) =>
        one > other ? one : other > now ? other : now + TimeSpan.FromSeconds(1);
}
