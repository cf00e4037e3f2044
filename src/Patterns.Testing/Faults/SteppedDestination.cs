using Patterns.Outbound;

namespace Patterns.Testing;

/// <summary>A destination that asks a gate before and after every call, so that a test decides who comes when and who dies where.</summary>
public sealed class SteppedDestination(IDestination destination, IStepGate gate) : IDestination
{
    /// <inheritdoc/>
    public string Name => destination.Name;

    /// <inheritdoc/>
    public DestinationLimits Limits => destination.Limits;

    /// <inheritdoc/>
    public bool KeepsOrder => destination.KeepsOrder;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        await gate.StepAsync($"before: send to {Name}").ConfigureAwait(false);
        var failures = await destination.SendAsync(envelopes, cancellationToken).ConfigureAwait(false);
        await gate.StepAsync($"after: send to {Name}").ConfigureAwait(false);
        return failures;
    }
}
