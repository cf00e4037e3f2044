namespace Patterns.Singleton;

/// <summary>What a <see cref="SingletonHandler{TMessage}"/> is the only one to do.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
public sealed class SingletonOptions<TMessage>
{
    /// <summary>Where the leases are kept.</summary>
    public required LeaseStore Leases { get; init; }

    /// <summary>The name of the lease under which a message is handled; at most 1,500 bytes.</summary>
    public required Func<TMessage, string> LeaseName { get; init; }

    /// <summary>What happens while somebody else has the lease. Default: <see cref="WhenHeld.Wait"/>.</summary>
    public WhenHeld WhenHeld { get; init; } = WhenHeld.Wait;

    internal SingletonOptions<TMessage> Validated()
    {
        var mistakes = new List<string>();
        if (Leases is null || LeaseName is null)
        {
            mistakes.Add($"{nameof(Leases)} and {nameof(LeaseName)} must not be null.");
        }

        if (!Enum.IsDefined(WhenHeld))
        {
            mistakes.Add($"{nameof(WhenHeld)} must be one of its values, but is {WhenHeld}.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(SingletonOptions<TMessage>), mistakes);
    }
}
