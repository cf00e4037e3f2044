namespace Patterns.TwoWayChain;

/// <summary>How a request stands.</summary>
public enum RequestState
{
    /// <summary>There is no answer yet.</summary>
    Pending,

    /// <summary>It was answered in time.</summary>
    Succeeded,

    /// <summary>It was answered in time: it could not be done.</summary>
    Failed,

    /// <summary>No answer came in time.</summary>
    TimedOut,
}
