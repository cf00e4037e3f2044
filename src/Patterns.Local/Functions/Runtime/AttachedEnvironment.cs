using Patterns.Local.Functions.Logs;

namespace Patterns.Local.Functions.Runtime;

/// <summary>Serves a function by a process that the developer starts, and that may sit at a breakpoint.</summary>
internal sealed class AttachedEnvironment(FunctionPool pool, EnvironmentLog log)
{
    /// <summary>The longest time-out there is: long enough to step through a handler.</summary>
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(15);

    private readonly RuntimeSession _session = pool.Sessions.Open(RuntimeSessions.AttachedId(pool.Package.Definition.Name), restartable: true);

    public async Task RunAsync()
    {
        pool.Queue.Expect();
        while (await pool.Queue.TakeAsync(Timeout.InfiniteTimeSpan, _session.Ended, pool.Aws.Time).ConfigureAwait(false) is { } invocation)
        {
            await ServeAsync(invocation).ConfigureAwait(false);
            pool.Queue.Expect();
        }

        pool.Sessions.Close(_session);
    }

    public void Stop() => _session.End(RuntimeAnswer.Exited("", "Runtime exited without providing a reason"));

    private async Task ServeAsync(FunctionInvocation invocation)
    {
        var time = pool.Aws.Time;
        var definition = pool.Package.Definition;
        invocation.Deadline = time.GetUtcNow() + s_deadline;
        log.Begin(invocation.RequestId);
        var started = time.GetTimestamp();
        var answer = await _session.SendAsync(invocation).ConfigureAwait(false);
        answer = answer.ForRequest(invocation.RequestId);
        var report = new InvocationReport(definition.Name, invocation.RequestId, time.GetElapsedTime(started))
        {
            Origin = invocation.Options.Origin,
            MemoryMegabytes = definition.MemoryMegabytes,
            Status = answer.ReportStatus,
            ErrorType = answer.ErrorType,
        };
        var tail = log.End(report);
        pool.Console.Invoked(report);
        invocation.Complete(answer, tail);
    }
}
