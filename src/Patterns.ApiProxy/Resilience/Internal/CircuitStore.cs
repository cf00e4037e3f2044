using Patterns.Http.Internal;
using Patterns.Tables;

namespace Patterns.Resilience.Internal;

/// <summary>Reads and changes the state of a circuit. What the table does not do in time is not done: null.</summary>
internal sealed class CircuitStore(ITable table, CircuitOptions options, TimeProvider time)
{
    private readonly TableKey _key = new($"circuit#{options.Name}", "state");

    // Times are kept in milliseconds, and are compared as they are kept.
    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    public ValueTask<CircuitState?> ReadAsync() => InTimeAsync(async token => CircuitState.Of(await table.GetAsync(_key, token).ConfigureAwait(false)));

    public ValueTask<CircuitState?> AddSuccessesAsync(CircuitState state, int successes) => InTimeAsync(async token =>
    {
        var update = new TableUpdate(_key).Add(CircuitState.SuccessesField, successes) with { Condition = IsWindow(state.WindowStart) };
        return CircuitState.Of((await table.WriteAsync(update, token).ConfigureAwait(false)).Item);
    });

    /// <summary>Counts a failure in the window that runs or in a new one, and opens the circuit when there are enough.</summary>
    public ValueTask<CircuitState?> AddFailureAsync(CircuitState known, int successes) => InTimeAsync(async token =>
    {
        var state = known;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var result = await table.WriteAsync(FailureIn(state, successes), token).ConfigureAwait(false);
            state = CircuitState.Of(result.Item);
            if (result.Applied)
            {
                return state.IsToOpen(options) ? await OpenAsync(state, token).ConfigureAwait(false) : state;
            }
        }

        return state;
    });

    /// <returns>Whether the caller is the one that tries, and the state.</returns>
    public async ValueTask<(bool IsTaken, CircuitState? State)> TakeProbeAsync(DateTimeOffset openUntil)
    {
        var isTaken = false;
        var state = await InTimeAsync(async token =>
        {
            var now = Now;
            var isFree = TableCondition.Missing(CircuitState.ProbeUntilField) | TableCondition.LessOrEqual(CircuitState.ProbeUntilField, CircuitState.Value(now));
            var update = new TableUpdate(_key).Set(CircuitState.ProbeUntilField, CircuitState.Value(now + options.Break)) with { Condition = IsOpen(openUntil) & isFree };
            var result = await table.WriteAsync(update, token).ConfigureAwait(false);
            isTaken = result.Applied;
            return CircuitState.Of(result.Item);
        }).ConfigureAwait(false);
        return (isTaken, state);
    }

    public ValueTask<CircuitState?> EndProbeAsync(DateTimeOffset openUntil, bool hasFailed) => InTimeAsync(async token =>
    {
        var update = hasFailed
            ? new TableUpdate(_key).Set(CircuitState.OpenUntilField, CircuitState.Value(Now + options.Break)).Remove(CircuitState.ProbeUntilField)
            : new TableUpdate(_key)
                .Remove(CircuitState.OpenUntilField)
                .Remove(CircuitState.ProbeUntilField)
                .Remove(CircuitState.WindowField)
                .Remove(CircuitState.FailuresField)
                .Remove(CircuitState.SuccessesField);
        var result = await table.WriteAsync(update with { Condition = IsOpen(openUntil) }, token).ConfigureAwait(false);
        return CircuitState.Of(result.Item);
    });

    /// <summary>Lets others try, unless somebody else does already.</summary>
    public ValueTask<CircuitState?> GiveUpProbeAsync(DateTimeOffset openUntil, DateTimeOffset probeUntil) => InTimeAsync(async token =>
    {
        var isOwn = TableCondition.Equal(CircuitState.ProbeUntilField, CircuitState.Value(probeUntil));
        var update = new TableUpdate(_key).Remove(CircuitState.ProbeUntilField) with { Condition = IsOpen(openUntil) & isOwn };
        return CircuitState.Of((await table.WriteAsync(update, token).ConfigureAwait(false)).Item);
    });

    private TableUpdate FailureIn(CircuitState state, int successes)
    {
        var now = Now;
        var update = new TableUpdate(_key);
        return state.WindowStart is { } start && now - start < options.Sampling
            ? update.Add(CircuitState.FailuresField, 1).Add(CircuitState.SuccessesField, successes) with { Condition = IsWindow(start) }
            : update.Set(CircuitState.WindowField, CircuitState.Value(now)).Set(CircuitState.FailuresField, 1).Set(CircuitState.SuccessesField, successes)
                with { Condition = IsWindow(state.WindowStart), ExpiresAt = now + TimeSpan.FromDays(1) };
    }

    private async ValueTask<CircuitState> OpenAsync(CircuitState state, CancellationToken token)
    {
        var update = new TableUpdate(_key)
            .Set(CircuitState.OpenUntilField, CircuitState.Value(Now + options.Break))
            .Remove(CircuitState.WindowField)
            .Remove(CircuitState.FailuresField)
            .Remove(CircuitState.SuccessesField) with
        {
            Condition = IsWindow(state.WindowStart) & TableCondition.Missing(CircuitState.OpenUntilField),
        };
        var result = await table.WriteAsync(update, token).ConfigureAwait(false);
        if (result.Applied)
        {
            CircuitMeter.CountOpened(options.Name);
        }

        return CircuitState.Of(result.Item);
    }

    private static TableCondition IsWindow(DateTimeOffset? start) => start is { } moment
        ? TableCondition.Equal(CircuitState.WindowField, CircuitState.Value(moment))
        : TableCondition.Missing(CircuitState.WindowField);

    private static TableCondition IsOpen(DateTimeOffset until) => TableCondition.Equal(CircuitState.OpenUntilField, CircuitState.Value(until));

    private ValueTask<CircuitState?> InTimeAsync(Func<CancellationToken, ValueTask<CircuitState>> ask) => TableCall.InTimeAsync(ask, options.TableTimeout, time);
}
