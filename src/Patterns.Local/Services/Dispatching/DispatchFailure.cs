namespace Patterns.Local.Services.Dispatching;

/// <summary>Why a target was given up.</summary>
/// <param name="Code">The kind of failure as dead letters name it, for example <c>NO_RESOURCE</c>.</param>
/// <param name="Message">The target's words.</param>
/// <param name="RetryAttempts">Attempts after the first one.</param>
/// <param name="ExhaustedCondition">The limit that ended it; null when trying again could not help.</param>
internal sealed record DispatchFailure(string Code, string Message, int RetryAttempts, string? ExhaustedCondition)
{
    public const string AttemptsExhausted = "MaximumRetryAttempts";
    public const string AgeExhausted = "MaximumEventAgeInSeconds";

    public static DispatchFailure Of(DeliveryResult result, int attempts, string? condition) =>
        new(CodeOf(result), result.Error ?? "The target did not take the event.", attempts - 1, condition);

    /// <summary>The attributes that both services put on their dead letters.</summary>
    public Dictionary<string, MessageAttribute> Attributes()
    {
        var attributes = new Dictionary<string, MessageAttribute>
        {
            ["ERROR_CODE"] = MessageAttribute.OfString(Code),
            ["ERROR_MESSAGE"] = MessageAttribute.OfString(Message),
        };
        if (ExhaustedCondition is not null)
        {
            attributes["EXHAUSTED_RETRY_CONDITION"] = MessageAttribute.OfString(ExhaustedCondition);
            attributes["RETRY_ATTEMPTS"] = MessageAttribute.OfNumber(RetryAttempts.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return attributes;
    }

    private static string CodeOf(DeliveryResult result) => result.Code switch
    {
        null => "NO_RESOURCE",
        var code when code.Contains("NotFound", StringComparison.Ordinal) || code.Contains("NotExist", StringComparison.Ordinal) => "NO_RESOURCE",
        var code when code.Contains("Throttl", StringComparison.Ordinal) || code.Contains("TooManyRequests", StringComparison.Ordinal) => "THROTTLING",
        _ when result.Outcome == DeliveryOutcome.Retryable => "INTERNAL_ERROR",
        _ => "INVALID_PARAMETER",
    };
}
