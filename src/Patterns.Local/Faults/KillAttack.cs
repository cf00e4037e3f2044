namespace Patterns.Local.Faults;

/// <summary>Watches one invocation, and kills its process at a moment if there is one.</summary>
internal sealed class KillAttack : IInvocationAttack
{
    private readonly FaultPlan _plan;
    private readonly string _function;
    private readonly string _requestId;
    private readonly long _started;
    private readonly ITimer? _timer;
    private int _fired;

    public KillAttack(FaultPlan plan, string function, string requestId, Action kill, TimeSpan? moment)
    {
        _plan = plan;
        _function = function;
        _requestId = requestId;
        _started = plan.Time.GetTimestamp();
        _timer = moment is { } due ? plan.Time.CreateTimer(_ => Fire(kill), null, due, Timeout.InfiniteTimeSpan) : null;
    }

    public void End(bool processDied)
    {
        _timer?.Dispose();
        var fired = Interlocked.Exchange(ref _fired, 1) == 1;
        if (fired && processDied)
        {
            _plan.Struck(_function, _requestId);
        }
        else
        {
            _plan.Missed(_function, _plan.Time.GetElapsedTime(_started), _timer is not null);
        }
    }

    private void Fire(Action kill)
    {
        if (Interlocked.Exchange(ref _fired, 1) == 0)
        {
            kill();
        }
    }
}
