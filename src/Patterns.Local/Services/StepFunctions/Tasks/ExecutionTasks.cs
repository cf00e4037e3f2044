using System.Collections.Concurrent;
using Patterns.Local.Services.StepFunctions.Executions;
using Patterns.Local.Services.StepFunctions.Integrations;
using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.Tasks;

/// <summary>Does the tasks of one execution.</summary>
internal sealed class ExecutionTasks(Execution execution, IIntegrations integrations, TaskTokens tokens) : ITaskRunner
{
    private readonly ConcurrentDictionary<string, WaitingTask> _waiting = new(StringComparer.Ordinal);

    public string CreateTaskToken()
    {
        var (token, task) = tokens.Create();
        _waiting[token] = task;
        return token;
    }

    public async ValueTask<TaskOutcome> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (integrations.Find(call.Resource) is not { } integration)
        {
            return TaskOutcome.Failure(new StatesError(StatesErrors.Runtime, $"The resource {call.Resource.Arn} is not emulated here."), TaskFailureStage.Start);
        }

        call.ReportStarted();
        var request = new IntegrationRequest(call.Resource, call.Parameters, execution);
        try
        {
            return call.Resource.Pattern switch
            {
                IntegrationPattern.WaitForTaskToken => await WaitAsync(integration, call, request, cancellationToken).ConfigureAwait(false),
                IntegrationPattern.RunJob or IntegrationPattern.RunJobJson => await RunJobAsync(integration, call, request, cancellationToken).ConfigureAwait(false),
                _ => TaskOutcome.Success(await integration.RequestAsync(request, cancellationToken).ConfigureAwait(false)),
            };
        }
        catch (IntegrationException failure)
        {
            var stage = call.Resource.Pattern == IntegrationPattern.RequestResponse ? TaskFailureStage.Run : TaskFailureStage.Submit;
            return TaskOutcome.Failure(failure.Error, stage);
        }
    }

    /// <summary>Lets go of all tokens, those of tasks that never began too.</summary>
    public void Release()
    {
        foreach (var token in _waiting.Keys)
        {
            Release(token);
        }
    }

    private static async Task<TaskOutcome> RunJobAsync(IIntegration integration, TaskCall call, IntegrationRequest request, CancellationToken cancellationToken)
    {
        var job = await ((IJobIntegration)integration).SubmitAsync(request, cancellationToken).ConfigureAwait(false);
        call.ReportSubmitted(job.Response);
        return await job.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<TaskOutcome> WaitAsync(IIntegration integration, TaskCall call, IntegrationRequest request, CancellationToken cancellationToken)
    {
        var token = call.TaskToken!;
        try
        {
            var task = _waiting[token];
            task.OnHeartbeat(call.ReportHeartbeat);
            call.ReportSubmitted(await integration.RequestAsync(request, cancellationToken).ConfigureAwait(false));
            return await task.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Release(token);
        }
    }

    private void Release(string token)
    {
        if (_waiting.TryRemove(token, out _))
        {
            tokens.Release(token);
        }
    }
}
