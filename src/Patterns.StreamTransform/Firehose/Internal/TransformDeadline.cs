namespace Patterns.Firehose.Internal;

/// <summary>The time that an invocation may spend on records.</summary>
internal sealed class TransformDeadline : IDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(2);

    private readonly TimeProvider _time;
    private readonly TimeSpan _work;
    private readonly CancellationTokenSource _source;

    public TransformDeadline(TimeSpan remaining, TimeSpan reserve, TimeProvider time)
    {
        _time = time;
        Start = time.GetTimestamp();
        remaining = TimeSpan.FromTicks(Math.Clamp(remaining.Ticks, 0, s_longest.Ticks));
        var kept = TimeSpan.FromTicks(Math.Min(reserve.Ticks, remaining.Ticks / 5));
        _work = remaining - kept;
        UntilGivingUp = _work + (kept / 2);
        _source = new CancellationTokenSource(_work, time);
    }

    /// <summary>The clock's timestamp at which it began.</summary>
    public long Start { get; }

    /// <summary>From the start to the moment at which what still runs is given up.</summary>
    public TimeSpan UntilGivingUp { get; }

    public bool CanStart => _time.GetElapsedTime(Start) < _work;

    /// <summary>Cancelled when the reserve begins.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose() => _source.Dispose();
}
