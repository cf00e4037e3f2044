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

    /// <summary><c>base64</c> for a body that is not text; absent for one that is as it came.</summary>
    public const string Encoding = "failure-encoding";

    /// <summary>On which attempt the record was given up.</summary>
    public const string Attempt = "failure-attempt";

    /// <summary>A text as an attribute may hold it: at most 256 characters, never empty, and without what a channel refuses.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Records.Internal.FailureText.Clean(text);
    }
}
