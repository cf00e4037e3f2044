namespace Patterns.Singleton.Internal;

/// <summary>
/// Keeps others from taking slots of the function while it waits, and asks for one that is lent. Each one who waits asks for another slot, so
/// that no more come back than are needed.
/// </summary>
internal sealed class PoolDemand(LeasePoolOptions options)
{
    private Slot? _asked;
    private DateTimeOffset _askedUntil;

    public async ValueTask AskAsync(PoolView view, CancellationToken cancellationToken)
    {
        var now = options.Time.GetUtcNow();
        var until = now + options.WantedFor;

        // Twice as often as is needed, and half of the time somebody else has done it.
        var soon = now + (options.WantedFor / 2);
        while ((Asked(view) ?? view.PickLent()) is { } slot && !(view.WantedUntil(slot) > soon))
        {
            // A request whose reply is lost counts as made: if it was, the slot tells.
            (_asked, _askedUntil) = (slot, until);
            var result = await slot.WantAsync(until, view.WantedUntil(slot), cancellationToken).ConfigureAwait(false);
            view.See(slot, result.Item);
            if (result.Applied)
            {
                break;
            }

            // Somebody else relies on this one.
            _asked = null;
        }

        foreach (var open in view.OpenAt(soon).ToArray())
        {
            var result = await open.WaitAsync(until, cancellationToken).ConfigureAwait(false);
            view.See(open, result.Item);
        }
    }

    /// <summary>The slot for which this one was the last to ask, while it is lent.</summary>
    private Slot? Asked(PoolView view) =>
        _asked is { } asked && view.IsLent(asked) && view.WantedUntil(asked)?.ToUnixTimeMilliseconds() == _askedUntil.ToUnixTimeMilliseconds() ? asked : null;
}
