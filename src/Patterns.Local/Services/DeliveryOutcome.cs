namespace Patterns.Local.Services;

internal enum DeliveryOutcome
{
    Delivered,

    /// <summary>Trying again later may help: throttled, unreachable.</summary>
    Retryable,

    /// <summary>Trying again cannot help: the target does not exist or refuses the message.</summary>
    Permanent,
}
