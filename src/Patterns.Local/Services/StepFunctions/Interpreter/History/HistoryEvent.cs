namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary>One event of an execution's history.</summary>
/// <param name="Id">From 1, without gaps.</param>
/// <param name="PreviousEventId">The event that led to this one; 0 for the first two.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Type">The service's name of the event.</param>
/// <param name="Details">What the type tells; null for events that tell nothing more.</param>
internal sealed record HistoryEvent(long Id, long PreviousEventId, DateTimeOffset Timestamp, HistoryEventType Type, EventDetails? Details);
