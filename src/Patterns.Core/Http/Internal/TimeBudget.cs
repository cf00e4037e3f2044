using Amazon.Lambda.Core;

namespace Patterns.Http.Internal;

/// <summary>The time that a request has: what its API waits, less what has gone by, less a reserve to reply in.</summary>
internal sealed class TimeBudget : IDisposable
{
    private static readonly TimeSpan RestApi = TimeSpan.FromSeconds(29);
    private static readonly TimeSpan HttpApi = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan _length;
    private readonly CancellationTokenSource _end;

    /// <summary>Begins now.</summary>
    public TimeBudget(ApiRequest request, ILambdaContext context, TimeSpan? limit, TimeSpan reserve, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        var api = limit ?? (request.Format == ApiFormat.RestApi ? RestApi : HttpApi);
        var left = api - Waited(request, api, time.GetUtcNow());
        _length = Max(TimeSpan.Zero, (left < context.RemainingTime ? left : context.RemainingTime) - reserve);
        _end = _length > TimeSpan.Zero ? new CancellationTokenSource(_length, time) : new CancellationTokenSource();
        if (_length == TimeSpan.Zero)
        {
            _end.Cancel();
        }
    }

    /// <summary>Cancelled when the time is up.</summary>
    public CancellationToken End => _end.Token;

    public TimeSpan Left => Max(TimeSpan.Zero, _length - _time.GetElapsedTime(_start));

    /// <summary>What is wrong with the times that the options of all handlers of APIs have.</summary>
    public static IEnumerable<string> Mistakes(TimeSpan? integrationTimeout, TimeSpan reserve)
    {
        if (integrationTimeout <= TimeSpan.Zero)
        {
            yield return $"IntegrationTimeout must be null or positive, but is {integrationTimeout}.";
        }

        if (reserve < TimeSpan.Zero)
        {
            yield return $"Reserve must not be negative, but is {reserve}.";
        }
    }

    public void Dispose() => _end.Dispose();

    /// <summary>How long the request has waited already, for a function to start for example. Clocks that disagree are not believed.</summary>
    private static TimeSpan Waited(ApiRequest request, TimeSpan api, DateTimeOffset now) =>
        request.ReceivedAt is { } received && now - received is var waited && waited > TimeSpan.Zero && waited < api ? waited : TimeSpan.Zero;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
