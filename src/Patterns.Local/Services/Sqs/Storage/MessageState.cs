namespace Patterns.Local.Services.Sqs.Storage;

internal enum MessageState
{
    /// <summary>Not in the queue: not yet, or no longer.</summary>
    Gone,

    Delayed,

    Visible,

    InFlight,
}
