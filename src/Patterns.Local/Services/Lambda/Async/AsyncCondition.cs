namespace Patterns.Local.Services.Lambda.Async;

/// <summary>How an asynchronous event ended, in the words of its record.</summary>
internal static class AsyncCondition
{
    public const string Success = "Success";
    public const string RetriesExhausted = "RetriesExhausted";
    public const string EventAgeExceeded = "EventAgeExceeded";
    public const string ZeroReservedConcurrency = "ZeroReservedConcurrency";
}
