using Amazon.Lambda.Core;

namespace Patterns.Sagas.Internal;

/// <summary>Every log message of sagas. They name the saga and the step, and never quote a state.</summary>
internal static class SagaLogging
{
    public static void AttemptFailed(ILambdaLogger? logger, SagaHead head, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "Attempt {Attempt} at {Phase} step {Step} of saga {SagaId} failed.",
        head.Attempts,
        head.Phase,
        head.Step,
        head.Id);

    public static void NotReleased(ILambdaLogger? logger, SagaHead head, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "Step {Step} of saga {SagaId} could not be given back; it is free when its lease runs out.",
        head.Step,
        head.Id);

    public static void TurnedRound(ILambdaLogger? logger, SagaHead head) => logger?.Log(
        LogLevel.Warning,
        "Saga {SagaId} turned round at step {Step}: {Cause}. Steps to undo: {Count}.",
        head.Id,
        head.FailedStep,
        head.IsTimedOut ? "its time is over" : "the step failed",
        head.Done.Count);

    public static void Ended(ILambdaLogger? logger, SagaHead head) => logger?.Log(
        LogLevel.Information,
        "Saga {SagaId} ended: {Outcome}.",
        head.Id,
        head.Outcome);

    /// <summary>Somebody must look at it: alarm on this message or on the counter.</summary>
    public static void Stuck(ILambdaLogger? logger, SagaHead head) => logger?.Log(
        LogLevel.Error,
        "Saga {SagaId} is stuck: step {Step} could not be undone. It waits to be resumed.",
        head.Id,
        head.Step);

    /// <summary>The same for a state machine, whose execution names the step.</summary>
    public static void StuckTask(ILambdaLogger? logger, string sagaId) => logger?.Log(
        LogLevel.Error,
        "Saga {SagaId} is stuck: a step could not be undone. Its execution says which one, and has ended: undo it by hand.",
        sagaId);

    public static void Woken(ILambdaLogger? logger, SagaHead head) => logger?.Log(
        LogLevel.Warning,
        "Saga {SagaId} had no change since {UpdatedAt} in phase {Phase}; a message wakes it.",
        head.Id,
        head.UpdatedAt,
        head.Phase);

    public static void Lost(ILambdaLogger? logger, string sagaId) => logger?.Log(
        LogLevel.Warning,
        "Saga {SagaId} had expired when its timer was looked at; whether it had ended is not known.",
        sagaId);
}
