using System.Collections.Concurrent;
using Patterns.Http.Internal;

namespace Patterns.Facade.Internal;

/// <summary>Runs the parts of a plan, and ends with its budget.</summary>
internal sealed class PlanRun : IDisposable
{
    private readonly CallPlan _plan;
    private readonly FacadeOptions _options;
    private readonly CancellationTokenSource _end;
    private readonly long _start;
    private readonly TimeSpan _length;
    private readonly ConcurrentDictionary<PlanPart, Task<PartOutcome>> _running = new();
    private volatile bool _isAbandoned;

    public PlanRun(CallPlan plan, TimeBudget budget, FacadeOptions options)
    {
        _plan = plan;
        _options = options;
        _start = options.Time.GetTimestamp();
        _length = options.Budget is { } own && own < budget.Left ? own : budget.Left;
        _end = _length > TimeSpan.Zero ? new CancellationTokenSource(_length, options.Time) : new CancellationTokenSource();
        if (_length == TimeSpan.Zero)
        {
            _end.Cancel();
        }
    }

    public TimeProvider Time => _options.Time;

    public TimeSpan Left => _length - Time.GetElapsedTime(_start) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    public bool HasEnded => _end.IsCancellationRequested;

    /// <summary>Whether the end came because a mandatory part is missing.</summary>
    public bool IsAbandoned => _isAbandoned;

    /// <summary>Why the end came.</summary>
    public MissingReason EndReason => _isAbandoned ? MissingReason.Abandoned : MissingReason.OutOfTime;

    public async ValueTask<IReadOnlyDictionary<PlanPart, PartOutcome>> RunAsync()
    {
        foreach (var part in _plan.Parts)
        {
            // Those that it needs were added before, and run already.
            _running[part] = StartAsync(part);
        }

        await Task.WhenAll(_running.Values).ConfigureAwait(false);
        return _running.ToDictionary(pair => pair.Key, pair => pair.Value.Result);
    }

    /// <summary>The outcome of a part that has ended.</summary>
    public PartOutcome OutcomeOf(PlanPart part) => _running[part].Result;

    /// <summary>Makes a call of user code, and waits for it no longer than the token says.</summary>
    public ValueTask<T> CallAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken) =>
        LateCall.RunAsync(call, _options.OnThreadPool, cancellationToken);

    public void Dispose() => _end.Dispose();

    private async Task<PartOutcome> StartAsync(PlanPart part)
    {
        var needs = await Task.WhenAll(part.Needs.Select(need => _running[need])).ConfigureAwait(false);
        var outcome = needs.All(need => need.IsThere)
            ? await part.RunAsync(this, _end.Token).ConfigureAwait(false)
            : part.Without(this, MissingReason.DependencyMissing);
        if (part.IsMandatory && !outcome.IsThere)
        {
            _isAbandoned |= !_end.IsCancellationRequested;

            // Only what is in here listens to it.
            _end.Cancel();
        }

        return outcome;
    }
}
