namespace Patterns.Local.HttpApi;

/// <summary>Lets a burst through at once, and afterwards as many as its rate refills.</summary>
internal sealed class TokenBucket(Throttle throttle, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _tokens = throttle.Burst;
    private long _filled = time.GetTimestamp();

    public bool TryTake()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(throttle.Burst, _tokens + (time.GetElapsedTime(_filled, now).TotalSeconds * throttle.Rate));
            _filled = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
