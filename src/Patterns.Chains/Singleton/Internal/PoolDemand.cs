namespace Patterns.Singleton.Internal;

/// <summary>
/// Keeps others from taking slots of the function while it waits, and asks for one that is lent. Each one who waits asks for another slot, so
/// that no more come back than are needed.
/// </summary>
internal sealed class PoolDemand(LeasePoolOptions options)
{
    private Slot? _asked;

    public async ValueTask AskAsync(PoolView view, CancellationToken cancellationToken)
    {
        var now = options.Time.GetUtcNow();
        var until = now + options.WantedFor;

        // Twice as often as is needed, and half of the time somebody else has done it.
        var soon = now + (options.WantedFor / 2);
        _asked = _asked is { } asked && view.IsLent(asked) ? asked : view.PickLent();
        if (_asked is { } slot && !(view.WantedUntil(slot) > soon))
        {
            var result = await slot.WantAsync(until, view.WantedUntil(slot), cancellationToken).ConfigureAwait(false);
            view.See(slot, result.Item);
        }

        foreach (var open in view.OpenAt(soon).ToArray())
        {
            var result = await open.WaitAsync(until, cancellationToken).ConfigureAwait(false);
            view.See(open, result.Item);
        }
    }
}
