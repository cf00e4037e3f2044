namespace Patterns.Workflows;

/// <summary>A workflow could not do what it was asked. The message names the workflow, the operation and, where there is one, the run.</summary>
public sealed class WorkflowException : Exception
{
    /// <summary>Makes the exception.</summary>
    public WorkflowException(string message, bool isRetryable, Exception? innerException = null)
        : base(message, innerException) => IsRetryable = isRetryable;

    /// <summary>
    /// True when the same request may succeed later: throttling, a broken connection. False when it never will, for example for a
    /// workflow that does not exist. Asking again never takes effect twice.
    /// </summary>
    public bool IsRetryable { get; }

    /// <summary>True when a run of the same name was started with another input: two things have been given one name.</summary>
    public bool IsNameTaken { get; init; }
}
