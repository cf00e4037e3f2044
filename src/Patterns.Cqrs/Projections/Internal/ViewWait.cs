namespace Patterns.Cqrs.Internal;

/// <summary>Waits between looks at a view, longer each time, up to a limit in all.</summary>
internal sealed class ViewWait(TimeSpan limit, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    private readonly long _start = time.GetTimestamp();
    private TimeSpan _next = TimeSpan.FromMilliseconds(20);

    /// <returns>False when the limit is over.</returns>
    public async ValueTask<bool> AgainAsync(CancellationToken cancellationToken)
    {
        var left = limit - time.GetElapsedTime(_start);
        if (left <= TimeSpan.Zero)
        {
            return false;
        }

        await Task.Delay(_next < left ? _next : left, time, cancellationToken).ConfigureAwait(false);
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return true;
    }
}
