namespace Patterns.Local.Services;

internal readonly record struct DeliveryResult(DeliveryOutcome Outcome, string? Error = null)
{
    public static DeliveryResult Delivered => new(DeliveryOutcome.Delivered);

    public static DeliveryResult Retryable(string error) => new(DeliveryOutcome.Retryable, error);

    public static DeliveryResult Permanent(string error) => new(DeliveryOutcome.Permanent, error);
}
