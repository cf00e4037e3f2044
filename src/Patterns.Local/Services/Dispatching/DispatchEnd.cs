namespace Patterns.Local.Services.Dispatching;

internal enum DispatchEnd
{
    Delivered,

    /// <summary>Given up, and now in the dead-letter queue.</summary>
    DeadLettered,

    /// <summary>Given up with no dead-letter queue that takes it.</summary>
    Dropped,
}
