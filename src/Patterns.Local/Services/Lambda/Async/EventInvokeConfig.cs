namespace Patterns.Local.Services.Lambda.Async;

/// <summary>What happens to a function's asynchronous events. Immutable: a change makes a new value.</summary>
internal sealed record EventInvokeConfig
{
    /// <summary>0 to 2; null is the default of 2.</summary>
    public int? MaximumRetryAttempts { get; init; }

    /// <summary>One minute to six hours; null is the default of six hours.</summary>
    public TimeSpan? MaximumEventAge { get; init; }

    /// <summary>Where the record of a success goes; null is nowhere.</summary>
    public string? OnSuccess { get; init; }

    /// <summary>Where the record of an event goes that is given up; null is nowhere.</summary>
    public string? OnFailure { get; init; }

    public DateTimeOffset LastModified { get; init; }

    public int Retries => MaximumRetryAttempts ?? 2;

    public TimeSpan Age => MaximumEventAge ?? TimeSpan.FromHours(6);

    /// <exception cref="AwsException">A value is out of range, or a destination cannot take records.</exception>
    public EventInvokeConfig Validated()
    {
        if (MaximumRetryAttempts is < 0 or > 2)
        {
            throw LambdaErrors.Validation($"{MaximumRetryAttempts}", "maximumRetryAttempts", MaximumRetryAttempts < 0 ? "Member must have value greater than or equal to 0" : "Member must have value less than or equal to 2");
        }

        if (MaximumEventAge is { TotalSeconds: < 60 or > 21_600 } age)
        {
            throw LambdaErrors.Validation($"{age.TotalSeconds:F0}", "maximumEventAgeInSeconds", age.TotalSeconds < 60 ? "Member must have value greater than or equal to 60" : "Member must have value less than or equal to 21600");
        }

        CheckDestination(OnSuccess);
        CheckDestination(OnFailure);
        return this;
    }

    private static void CheckDestination(string? arn)
    {
        if (arn is null)
        {
            return;
        }

        var parts = arn.Split(':', 6);
        if (parts is not ["arn", _, "sqs" or "sns" or "lambda" or "events", _, _, _])
        {
            throw LambdaErrors.InvalidParameter($"The provided destination config DestinationConfig is invalid: {arn} is no queue, topic, function or event bus; other destinations are not emulated here.");
        }

        if (arn.EndsWith(".fifo", StringComparison.Ordinal))
        {
            throw LambdaErrors.InvalidParameter($"The destination ARN {arn} is invalid: FIFO queues and topics are not supported as destinations.");
        }
    }
}
