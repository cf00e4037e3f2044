using System.Text.Json;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal.Operations;

internal static class HistoryEventJson
{
    internal static HistoryEvent Read(JsonElement json) => new()
    {
        ExecutionAbortedEventDetails = json.Object("executionAbortedEventDetails", ExecutionAbortedEventDetailsJson.Read),
        ExecutionFailedEventDetails = json.Object("executionFailedEventDetails", ExecutionFailedEventDetailsJson.Read),
        ExecutionStartedEventDetails = json.Object("executionStartedEventDetails", ExecutionStartedEventDetailsJson.Read),
        ExecutionSucceededEventDetails = json.Object("executionSucceededEventDetails", ExecutionSucceededEventDetailsJson.Read),
        ExecutionTimedOutEventDetails = json.Object("executionTimedOutEventDetails", ExecutionTimedOutEventDetailsJson.Read),
        Id = json.Long("id"),
        LambdaFunctionFailedEventDetails = json.Object("lambdaFunctionFailedEventDetails", LambdaFunctionFailedEventDetailsJson.Read),
        LambdaFunctionScheduledEventDetails = json.Object("lambdaFunctionScheduledEventDetails", LambdaFunctionScheduledEventDetailsJson.Read),
        LambdaFunctionScheduleFailedEventDetails = json.Object("lambdaFunctionScheduleFailedEventDetails", LambdaFunctionScheduleFailedEventDetailsJson.Read),
        LambdaFunctionStartFailedEventDetails = json.Object("lambdaFunctionStartFailedEventDetails", LambdaFunctionStartFailedEventDetailsJson.Read),
        LambdaFunctionSucceededEventDetails = json.Object("lambdaFunctionSucceededEventDetails", LambdaFunctionSucceededEventDetailsJson.Read),
        LambdaFunctionTimedOutEventDetails = json.Object("lambdaFunctionTimedOutEventDetails", LambdaFunctionTimedOutEventDetailsJson.Read),
        MapIterationAbortedEventDetails = json.Object("mapIterationAbortedEventDetails", MapIterationEventDetailsJson.Read),
        MapIterationFailedEventDetails = json.Object("mapIterationFailedEventDetails", MapIterationEventDetailsJson.Read),
        MapIterationStartedEventDetails = json.Object("mapIterationStartedEventDetails", MapIterationEventDetailsJson.Read),
        MapIterationSucceededEventDetails = json.Object("mapIterationSucceededEventDetails", MapIterationEventDetailsJson.Read),
        MapStateStartedEventDetails = json.Object("mapStateStartedEventDetails", MapStateStartedEventDetailsJson.Read),
        PreviousEventId = json.Long("previousEventId"),
        StateEnteredEventDetails = json.Object("stateEnteredEventDetails", StateEnteredEventDetailsJson.Read),
        StateExitedEventDetails = json.Object("stateExitedEventDetails", StateExitedEventDetailsJson.Read),
        TaskFailedEventDetails = json.Object("taskFailedEventDetails", TaskFailedEventDetailsJson.Read),
        TaskScheduledEventDetails = json.Object("taskScheduledEventDetails", TaskScheduledEventDetailsJson.Read),
        TaskStartedEventDetails = json.Object("taskStartedEventDetails", TaskStartedEventDetailsJson.Read),
        TaskStartFailedEventDetails = json.Object("taskStartFailedEventDetails", TaskStartFailedEventDetailsJson.Read),
        TaskSubmitFailedEventDetails = json.Object("taskSubmitFailedEventDetails", TaskSubmitFailedEventDetailsJson.Read),
        TaskSubmittedEventDetails = json.Object("taskSubmittedEventDetails", TaskSubmittedEventDetailsJson.Read),
        TaskSucceededEventDetails = json.Object("taskSucceededEventDetails", TaskSucceededEventDetailsJson.Read),
        TaskTimedOutEventDetails = json.Object("taskTimedOutEventDetails", TaskTimedOutEventDetailsJson.Read),
        Timestamp = json.Time("timestamp"),
        Type = json.Text("type"),
    };
}
