namespace Patterns.Local.Services.Dispatching;

/// <summary>One event on its way to one target.</summary>
internal abstract class Dispatch
{
    public required string TargetArn { get; init; }

    public RetryPolicy Policy { get; init; } = RetryPolicy.Default;

    public string? DeadLetterArn { get; init; }

    /// <summary>What people know the sender by, for example <c>the rule orders</c>.</summary>
    public abstract string Sender { get; }

    /// <summary>What the target gets.</summary>
    /// <param name="attempt">The number of the attempt, from 1.</param>
    public abstract Delivery ForTarget(int attempt);

    /// <summary>What a dead-letter queue gets.</summary>
    public abstract Delivery ForDeadLetterQueue(DispatchFailure failure);

    /// <summary>Told once, when the event has arrived or is given up.</summary>
    public virtual void Ended(DispatchEnd end)
    {
    }
}
