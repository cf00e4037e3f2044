using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

/// <summary>The events of one attempt of a task: those of functions, or those of service integrations.</summary>
internal sealed class TaskEvents(StateVisit visit, TaskResource resource)
{
    public void Scheduled(JsonData parameters, TimeSpan? timeout, TimeSpan? heartbeat)
    {
        var (timeoutInSeconds, heartbeatInSeconds) = ((long?)timeout?.TotalSeconds, (long?)heartbeat?.TotalSeconds);
        if (resource.IsFunction)
        {
            visit.Record(HistoryEventType.LambdaFunctionScheduled, new FunctionScheduledDetails(resource.Arn, parameters, timeoutInSeconds));
            return;
        }

        var region = visit.Environment.Options.Region;
        visit.Record(
            HistoryEventType.TaskScheduled,
            new TaskScheduledDetails(resource.Service, resource.ActionWithPattern, region, parameters, timeoutInSeconds, heartbeatInSeconds));
    }

    public void Started() => Record(HistoryEventType.LambdaFunctionStarted, null, HistoryEventType.TaskStarted, new TaskStartedDetails(resource.Service, resource.ActionWithPattern));

    public void Submitted(JsonData response)
    {
        if (!resource.IsFunction)
        {
            visit.Record(HistoryEventType.TaskSubmitted, new TaskOutputDetails(resource.Service, resource.ActionWithPattern, response));
        }
    }

    public void Succeeded(JsonData output) => Record(
        HistoryEventType.LambdaFunctionSucceeded,
        new FunctionSucceededDetails(output),
        HistoryEventType.TaskSucceeded,
        new TaskOutputDetails(resource.Service, resource.ActionWithPattern, output));

    public void Failed(StatesError error, TaskFailureStage stage)
    {
        var (function, task) = stage switch
        {
            _ when error.Error is StatesErrors.Timeout or StatesErrors.HeartbeatTimeout => (HistoryEventType.LambdaFunctionTimedOut, HistoryEventType.TaskTimedOut),
            TaskFailureStage.Start => (HistoryEventType.LambdaFunctionStartFailed, HistoryEventType.TaskStartFailed),
            TaskFailureStage.Submit => (HistoryEventType.LambdaFunctionFailed, HistoryEventType.TaskSubmitFailed),
            _ => (HistoryEventType.LambdaFunctionFailed, HistoryEventType.TaskFailed),
        };
        Record(
            function,
            new FunctionFailedDetails(error.Error, error.Cause),
            task,
            new TaskFailedDetails(resource.Service, resource.ActionWithPattern, error.Error, error.Cause));
    }

    private void Record(HistoryEventType function, EventDetails? functionDetails, HistoryEventType task, EventDetails taskDetails)
    {
        if (resource.IsFunction)
        {
            visit.Record(function, functionDetails);
        }
        else
        {
            visit.Record(task, taskDetails);
        }
    }
}
