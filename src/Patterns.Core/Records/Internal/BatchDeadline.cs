namespace Patterns.Records.Internal;

/// <summary>The time that an invocation may spend on records, and what it keeps back to report.</summary>
internal sealed class BatchDeadline : IDisposable
{
    // Longer than any function may run, short enough for every timer.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    private readonly TimeProvider _time;
    private readonly TimeSpan _work;
    private readonly TimeSpan _reserve;
    private readonly long _start;
    private CancellationTokenSource? _source;
    private CancellationTokenSource? _grace;
    private CancellationTokenSource? _commit;
    private CancellationTokenSource? _report;

    /// <param name="remaining">What the platform grants from now on.</param>
    /// <param name="reserve">What is kept back; at most a fifth of <paramref name="remaining"/> is.</param>
    /// <param name="time">The clock.</param>
    public BatchDeadline(TimeSpan remaining, TimeSpan reserve, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        remaining = TimeSpan.FromTicks(Math.Clamp(remaining.Ticks, 0, Longest.Ticks));
        _reserve = TimeSpan.FromTicks(Math.Min(reserve.Ticks, remaining.Ticks / 5));
        _work = remaining - _reserve;
    }

    /// <summary>What is left for work, never negative.</summary>
    public TimeSpan RemainingWork => Left(_work);

    public bool CanStart => RemainingWork > TimeSpan.Zero;

    /// <summary>Cancelled when the reserve begins.</summary>
    public CancellationToken Token => (_source ?? Make(ref _source, RemainingWork)).Token;

    /// <summary>Cancelled when half of the reserve is used.</summary>
    public CancellationToken GraceToken => (_grace ?? Make(ref _grace, RemainingUntilGivingUp)).Token;

    /// <summary>What is left until half of the reserve is used: what still runs then is given up.</summary>
    public TimeSpan RemainingUntilGivingUp => Left(_work + (_reserve / 2));

    /// <summary>Cancelled when three quarters of the reserve are used: what is not committed then has failed.</summary>
    public CancellationToken CommitToken => (_commit ?? Make(ref _commit, Left(_work + (_reserve * 0.75)))).Token;

    /// <summary>Cancelled when nine tenths of the reserve are used.</summary>
    public CancellationToken ReportToken => (_report ?? Make(ref _report, RemainingUntilReport)).Token;

    /// <summary>What is left until nine tenths of the reserve are used: the report is written then, whatever has not ended.</summary>
    public TimeSpan RemainingUntilReport => Left(_work + (_reserve * 0.9));

    /// <summary>Cancels every token that was handed out, for those who still work for a report that is due.</summary>
    public void Cancel()
    {
        _source?.Cancel();
        _grace?.Cancel();
        _commit?.Cancel();
        _report?.Cancel();
    }

    public void Dispose()
    {
        _source?.Dispose();
        _grace?.Dispose();
        _commit?.Dispose();
        _report?.Dispose();
    }

    private TimeSpan Left(TimeSpan total)
    {
        var left = total - _time.GetElapsedTime(_start);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private CancellationTokenSource Make(ref CancellationTokenSource? place, TimeSpan left)
    {
        var source = new CancellationTokenSource(left > TimeSpan.Zero ? left : Timeout.InfiniteTimeSpan, _time);
        if (left == TimeSpan.Zero)
        {
            source.Cancel();
        }

        if (Interlocked.CompareExchange(ref place, source, null) is { } other)
        {
            source.Dispose();
            return other;
        }

        return source;
    }
}
