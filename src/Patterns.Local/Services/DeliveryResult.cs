namespace Patterns.Local.Services;

/// <summary>What became of one attempt.</summary>
/// <param name="Outcome">Whether it arrived, and whether trying again can help.</param>
/// <param name="Error">Why not, in the words of the target.</param>
/// <param name="Code">The target's name for the error, for example <c>QueueDoesNotExist</c>.</param>
internal readonly record struct DeliveryResult(DeliveryOutcome Outcome, string? Error = null, string? Code = null)
{
    public static DeliveryResult Delivered => new(DeliveryOutcome.Delivered);

    public static DeliveryResult Retryable(string error, string? code = null) => new(DeliveryOutcome.Retryable, error, code);

    public static DeliveryResult Permanent(string error, string? code = null) => new(DeliveryOutcome.Permanent, error, code);
}
