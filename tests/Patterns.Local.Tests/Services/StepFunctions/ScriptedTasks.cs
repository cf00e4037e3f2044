using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>Runs tasks as the names of their functions or actions say.</summary>
internal sealed class ScriptedTasks : ITaskRunner
{
    private int _tokens;
    private int _running;

    public List<TaskCall> Calls { get; } = [];

    public int MostRunning { get; private set; }

    public int Stopped { get; private set; }

    public string CreateTaskToken() => $"token-{Interlocked.Increment(ref _tokens)}";

    public async ValueTask<TaskOutcome> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        lock (Calls)
        {
            Calls.Add(call);
            MostRunning = Math.Max(MostRunning, ++_running);
        }

        call.ReportStarted();
        if (call.Resource.Pattern != IntegrationPattern.RequestResponse)
        {
            call.ReportSubmitted(ObjectData.Empty);
        }

        try
        {
            return await RunAsync(Name(call.Resource), call, cancellationToken);
        }
        finally
        {
            lock (Calls)
            {
                _running--;
            }
        }
    }

    private static string Name(TaskResource resource) =>
        resource.IsFunction ? resource.Arn[(resource.Arn.LastIndexOf(':') + 1)..] : resource.Action;

    private async Task<TaskOutcome> RunAsync(string name, TaskCall call, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case "fail":
                return TaskOutcome.Failure(new StatesError(Text(call, "error"), Text(call, "cause")));
            case "throw":
                throw new InvalidOperationException("thrown");
            case "flaky":
                return call.RetryCount < Number(call, "failures") ? Fail("Flaky") : Done(call);
            case "sequence":
                var errors = ((ArrayData)Member(call, "errors")!).Items;
                return call.RetryCount < errors.Count ? Fail(((TextData)errors[call.RetryCount]).Value) : Done(call);
            case "large":
                return TaskOutcome.Success(new TextData(new string('x', Number(call, "bytes"))));
            case "hang":
                await HangAsync(cancellationToken);
                return TaskOutcome.Success(NullData.Instance);
            case "later":
                await Task.Yield();
                return TaskOutcome.Success(call.Parameters);
            default:
                return TaskOutcome.Success(call.Parameters);
        }
    }

    private async Task HangAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            lock (Calls)
            {
                Stopped++;
            }
        }
    }

    private static TaskOutcome Fail(string error) => TaskOutcome.Failure(new StatesError(error, null));

    private static TaskOutcome Done(TaskCall call) =>
        TaskOutcome.Success(Member(call, "result") ?? new TextData($"after {call.RetryCount} retries"));

    private static JsonData? Member(TaskCall call, string name) =>
        call.Parameters is ObjectData members && members.TryGet(name, out var value) ? value : null;

    private static string? Text(TaskCall call, string name) => (Member(call, name) as TextData)?.Value;

    private static int Number(TaskCall call, string name) => (int)((NumberData)Member(call, name)!).Value;
}
