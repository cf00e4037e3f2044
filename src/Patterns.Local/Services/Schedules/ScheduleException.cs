namespace Patterns.Local.Services.Schedules;

/// <summary>An expression that is no schedule; the message says what is wrong with which part.</summary>
internal sealed class ScheduleException(string message) : Exception(message);
