using Patterns.Local.Faults;
using Patterns.Local.Functions.Logs;

namespace Patterns.Local.Functions.Runtime;

/// <summary>One process that serves a function's invocations, one at a time, until it fails or has nothing to do.</summary>
internal sealed class ExecutionEnvironment(FunctionPool pool, EnvironmentLog log)
{
    private FunctionProcess? _process;
    private RuntimeSession? _session;
    private TimeSpan? _unreportedInit;

    private FunctionDefinition Definition => pool.Package.Definition;

    private TimeProvider Time => pool.Aws.Time;

    /// <summary>The process, while there is one.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>Ends when the environment is gone and its process with it; the queue expects it until it asks for work.</summary>
    public async Task RunAsync()
    {
        try
        {
            if (await InitAsync().ConfigureAwait(false) || await InitAgainAsync().ConfigureAwait(false))
            {
                await ServeAllAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await StopAsync().ConfigureAwait(false);
            log.Flush();
        }
    }

    /// <summary>Ends the environment, whatever it is doing.</summary>
    public void Stop() => _process?.Kill();

    private async Task ServeAllAsync()
    {
        var alive = true;
        while (alive && await pool.Queue.TakeAsync(pool.Options.IdleTimeout, _session!.Ended, Time).ConfigureAwait(false) is { } invocation)
        {
            alive = await ServeAsync(invocation).ConfigureAwait(false);
        }
    }

    private async Task<bool> InitAsync()
    {
        var (ready, failure) = await StartAsync(pool.Options.InitTimeout, requestId: "").ConfigureAwait(false);
        if (!ready)
        {
            await StopAsync().ConfigureAwait(false);
            log.Line(InvocationReport.FailedInit(_unreportedInit!.Value, failure!.ReportStatus!, failure.ErrorType!));
        }

        return ready;
    }

    // Lambda repeats a failed initialisation inside the first invocation, whose caller then learns the error.
    private async Task<bool> InitAgainAsync()
    {
        if (pool.Queue.TryTake() is not { } invocation)
        {
            return false;
        }

        Begin(invocation);
        var started = Time.GetTimestamp();
        var (ready, failure) = await StartAsync(Definition.Timeout, invocation.RequestId).ConfigureAwait(false);
        _unreportedInit = null;
        if (ready)
        {
            return await ServeStartedAsync(invocation, started).ConfigureAwait(false);
        }

        Finish(invocation, await CompleteAnswerAsync(invocation, failure!).ConfigureAwait(false), started);
        pool.Queue.Unexpect();
        return false;
    }

    private async Task<(bool Ready, RuntimeAnswer? Failure)> StartAsync(TimeSpan limit, string requestId)
    {
        var started = Time.GetTimestamp();
        var id = Guid.NewGuid().ToString("N");
        var session = _session = pool.Sessions.Open(id);
        _process = FunctionProcess.Start(pool.Command, pool.Package.Directory, variables => pool.Variables.WriteTo(variables, id, LogStreams.Name(Time.GetUtcNow(), id)), log);
        _ = EndWithProcessAsync(_process, session);
        using var timeout = Time.CreateTimer(_ => session.End(RuntimeAnswer.TimedOut(requestId, limit)), null, limit, Timeout.InfiniteTimeSpan);
        await Task.WhenAny(session.Polled, session.Ended).ConfigureAwait(false);
        _unreportedInit = Time.GetElapsedTime(started);
        return session.Ended.IsCompleted ? (false, await session.Ended.ConfigureAwait(false)) : (true, null);
    }

    private static async Task EndWithProcessAsync(FunctionProcess process, RuntimeSession session) =>
        session.End(RuntimeAnswer.Exited("", await process.Exited.ConfigureAwait(false)));

    private async Task<bool> ServeAsync(FunctionInvocation invocation)
    {
        if (_session!.Ended.IsCompleted)
        {
            pool.Submit(invocation);
            return false;
        }

        Begin(invocation);
        return await ServeStartedAsync(invocation, Time.GetTimestamp()).ConfigureAwait(false);
    }

    private async Task<bool> ServeStartedAsync(FunctionInvocation invocation, long started)
    {
        var session = _session!;
        var left = invocation.Deadline - Time.GetUtcNow();
        using var timeout = Time.CreateTimer(_ => session.End(RuntimeAnswer.TimedOut(invocation.RequestId, Definition.Timeout)), null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        var attack = pool.Faults.Attack(Definition.Name, invocation.RequestId, _process!.KillNow);
        var answer = await session.SendAsync(invocation).ConfigureAwait(false);
        attack?.End(answer.Kind == RuntimeAnswerKind.Exited);
        Finish(invocation, await CompleteAnswerAsync(invocation, answer).ConfigureAwait(false), started);
        return await IsReadyAgainAsync(session).ConfigureAwait(false);
    }

    private async Task<bool> IsReadyAgainAsync(RuntimeSession session)
    {
        await Task.WhenAny(session.Polled, session.Ended).ConfigureAwait(false);
        if (!session.Ended.IsCompleted)
        {
            return true;
        }

        pool.Queue.Unexpect();
        return false;
    }

    private async Task<RuntimeAnswer> CompleteAnswerAsync(FunctionInvocation invocation, RuntimeAnswer answer)
    {
        switch (answer.Kind)
        {
            case RuntimeAnswerKind.TimedOut:
                log.Line(FormattableString.Invariant($"{Time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {invocation.RequestId} Task timed out after {Definition.Timeout.TotalSeconds:F2} seconds"));
                _process!.PeakMegabytes();
                await _process.KillAsync().ConfigureAwait(false);
                return answer;
            case RuntimeAnswerKind.InitError:
                await _process!.KillAsync().ConfigureAwait(false);
                return answer;
            case RuntimeAnswerKind.Exited:
                return answer.ForRequest(invocation.RequestId);
            default:
                await _process!.EndOfLogAsync(invocation.RequestId).ConfigureAwait(false);
                return answer;
        }
    }

    private void Begin(FunctionInvocation invocation)
    {
        invocation.Deadline = Time.GetUtcNow() + Definition.Timeout;
        log.Begin(invocation.RequestId);
    }

    private void Finish(FunctionInvocation invocation, RuntimeAnswer answer, long started)
    {
        var elapsed = Time.GetElapsedTime(started);
        var report = new InvocationReport(Definition.Name, invocation.RequestId, elapsed < Definition.Timeout ? elapsed : Definition.Timeout)
        {
            InitDuration = _unreportedInit,
            Origin = invocation.Options.Origin,
            MemoryMegabytes = Definition.MemoryMegabytes,
            MaxMemoryUsedMegabytes = _process?.PeakMegabytes() ?? 0,
            Status = answer.ReportStatus,
            ErrorType = answer.ErrorType,
        };
        _unreportedInit = null;
        var tail = log.End(report);
        pool.Console.Invoked(report);
        pool.Queue.Expect();
        invocation.Complete(answer, tail);
    }

    private async Task StopAsync()
    {
        if (_session is { } session)
        {
            pool.Sessions.Close(session);
        }

        if (_process is { } process)
        {
            await process.KillAsync().ConfigureAwait(false);
            process.Dispose();
            _process = null;
        }
    }
}
