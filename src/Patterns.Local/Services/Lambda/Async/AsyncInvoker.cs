using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;

namespace Patterns.Local.Services.Lambda.Async;

/// <summary>
/// The queue of asynchronous events: accepted at once, retried when the function fails or has no place, and told to a
/// destination in the end.
/// </summary>
internal sealed class AsyncInvoker : IAsyncDisposable
{
    private static readonly TimeSpan s_firstBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestBackoff = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly LambdaService _service;
    private readonly AsyncOutcome _outcome;
    private readonly IFunctionConsole _console;

    public AsyncInvoker(LambdaService service, IDeliveryTargets targets, IFunctionConsole console)
    {
        _service = service;
        _console = console;
        _outcome = new AsyncOutcome(service, targets, console);
    }

    private TimeProvider Time => _service.Aws.Time;

    /// <summary>Accepts an event for a function and returns its request id.</summary>
    /// <exception cref="AwsException">There is no such function, or the event is larger than 1 MB.</exception>
    public string Enqueue(string function, ReadOnlyMemory<byte> payload, InvocationOptions? options = null)
    {
        var registered = _service.Functions.Find(function);
        PayloadLimits.CheckAsync(payload.Length);
        var item = new AsyncEvent(registered, payload, options?.RequestId ?? Guid.NewGuid().ToString(), Time.GetUtcNow())
        {
            ClientContext = options?.ClientContext,
            TraceId = options?.TraceId,
            Origin = options?.Origin ?? new InvocationOrigin("event"),
        };
        Track(Task.Run(() => ProcessAsync(item)));
        return item.RequestId;
    }

    /// <summary>Completes when every accepted event has ended, retries included.</summary>
    public async Task WhenIdleAsync()
    {
        while (Running() is { Length: > 0 } running)
        {
            await Task.WhenAll(running).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await WhenIdleAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private Task[] Running()
    {
        lock (_lock)
        {
            return [.. _running];
        }
    }

    private void Track(Task task)
    {
        lock (_lock)
        {
            _running.Add(task);
        }

        _ = task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Forget(Task task)
    {
        lock (_lock)
        {
            _running.Remove(task);
        }
    }

    private async Task ProcessAsync(AsyncEvent item)
    {
        try
        {
            while (await AttemptAsync(item).ConfigureAwait(false) is { } wait)
            {
                await Task.Delay(wait, Time, _stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The runner is stopping, and its queues live no longer than it does.
        }
        catch (AwsException exception)
        {
            _console.Notice($"{item.Function.Name}: the event {item.RequestId} was dropped: {exception.Message}");
        }
    }

    /// <summary>Tries once; how long to wait for the next attempt, or null when the event has ended.</summary>
    private async Task<TimeSpan?> AttemptAsync(AsyncEvent item)
    {
        if (_service.Concurrency.Reserved(item.Function.Name) == 0)
        {
            return await GiveUpAsync(item, AsyncCondition.ZeroReservedConcurrency).ConfigureAwait(false);
        }

        if (IsTooOld(item, TimeSpan.Zero))
        {
            return await GiveUpAsync(item, AsyncCondition.EventAgeExceeded).ConfigureAwait(false);
        }

        try
        {
            var options = new InvocationOptions { RequestId = item.RequestId, ClientContext = item.ClientContext, TraceId = item.TraceId, Origin = item.Origin };
            var result = await _service.Invoker.InvokeAsync(item.Function.Name, item.Payload, options, _stop.Token).ConfigureAwait(false);
            return await AfterAttemptAsync(item, result).ConfigureAwait(false);
        }
        catch (AwsException exception) when (exception.Status is 429 or >= 500)
        {
            return Backoff(item.Throttles++);
        }
    }

    private async Task<TimeSpan?> AfterAttemptAsync(AsyncEvent item, InvocationResult result)
    {
        item.Attempts++;
        item.Throttles = 0;
        item.LastResult = result;
        if (result.Succeeded)
        {
            await _outcome.SucceededAsync(item, result, _stop.Token).ConfigureAwait(false);
            return null;
        }

        if (item.Attempts > _service.InvokeConfigs.For(item.Function.Name).Retries)
        {
            return await GiveUpAsync(item, AsyncCondition.RetriesExhausted).ConfigureAwait(false);
        }

        // The first retry comes after a minute, the second after two more.
        var wait = TimeSpan.FromMinutes(item.Attempts);
        return IsTooOld(item, wait) ? await GiveUpAsync(item, AsyncCondition.EventAgeExceeded).ConfigureAwait(false) : wait;
    }

    private async Task<TimeSpan?> GiveUpAsync(AsyncEvent item, string condition)
    {
        await _outcome.GivenUpAsync(item, condition, _stop.Token).ConfigureAwait(false);
        return null;
    }

    private bool IsTooOld(AsyncEvent item, TimeSpan wait) =>
        Time.GetUtcNow() + wait - item.AcceptedAt > _service.InvokeConfigs.For(item.Function.Name).Age;

    private static TimeSpan Backoff(int throttles) =>
        TimeSpan.FromTicks(Math.Min(s_firstBackoff.Ticks << Math.Min(throttles, 10), s_longestBackoff.Ticks));
}
