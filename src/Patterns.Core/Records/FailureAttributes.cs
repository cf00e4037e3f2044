namespace Patterns;

/// <summary>The message attributes that a record has at the failure destination.</summary>
public static class FailureAttributes
{
    /// <summary><see cref="FailureReason.Undecodable"/> or <see cref="FailureReason.HandlerFailed"/>.</summary>
    public const string Reason = "failure-reason";

    /// <summary>The exception's type, without its namespace.</summary>
    public const string ExceptionType = "failure-exception";

    /// <summary>The exception's message, at most 256 characters.</summary>
    public const string Message = "failure-message";

    /// <summary>On which attempt the record was given up.</summary>
    public const string Attempt = "failure-attempt";
}
