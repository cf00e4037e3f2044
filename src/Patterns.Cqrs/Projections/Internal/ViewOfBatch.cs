using System.Runtime.ExceptionServices;

namespace Patterns.Cqrs.Internal;

/// <summary>The generations of a view into which the changes of one batch come.</summary>
/// <param name="Live">The one that is read.</param>
/// <param name="Building">The one that is made beside it; null for none, or when its projection is not here.</param>
/// <param name="BuildingVersion">Its version; 0 for none.</param>
internal sealed record ViewOfBatch<TChange>(ViewWriter<TChange> Live, ViewWriter<TChange>? Building, int BuildingVersion)
{
    /// <summary>Brings changes of an aggregate into both.</summary>
    /// <returns>What failed.</returns>
    public ValueTask<IReadOnlyList<Exception>> ApplyAsync(string id, IReadOnlyList<TChange> changes, string aggregateType, CancellationToken cancellationToken) =>
        RunAsync(id, (writer, isLive) => writer.ApplyAsync(new ViewTask(id, isLive), changes, cancellationToken), aggregateType, cancellationToken);

    /// <summary>Brings what an aggregate has into both, up to a version.</summary>
    /// <returns>What failed.</returns>
    public ValueTask<IReadOnlyList<Exception>> CatchUpAsync(string id, long upTo, string aggregateType, CancellationToken cancellationToken) =>
        RunAsync(id, (writer, isLive) => writer.CatchUpAsync(new ViewTask(id, isLive), upTo, cancellationToken), aggregateType, cancellationToken);

    /// <summary>First the one that is being built, so that the live one is never ahead of what replaces it.</summary>
    private async ValueTask<IReadOnlyList<Exception>> RunAsync(string id, Func<ViewWriter<TChange>, bool, ValueTask> write, string aggregateType, CancellationToken cancellationToken)
    {
        try
        {
            if (BuildingVersion != 0 && await FailsAsync(write).ConfigureAwait(false) is { } failure)
            {
                await MissAsync(id, failure, aggregateType, cancellationToken).ConfigureAwait(false);
            }

            await write(Live, true).ConfigureAwait(false);
            return [];
        }
        catch (Exception failure)
        {
            return [failure];
        }
    }

    /// <summary>What keeps changes out of the generation that is being built for good; null for nothing. Whatever may go better next time ends it here.</summary>
    private async ValueTask<Exception?> FailsAsync(Func<ViewWriter<TChange>, bool, ValueTask> write)
    {
        if (Building is null)
        {
            return new InvalidOperationException($"Version {BuildingVersion} of view '{Live.Projection.ViewName}' has no projection here.");
        }

        try
        {
            await write(Building, false).ConfigureAwait(false);
            return null;
        }
        catch (ProjectionException failure)
        {
            return failure;
        }
    }

    /// <summary>
    /// Notes that the generation that is being built lacks something, before the live one has it; from then on it is the rebuild's concern. If it has become the live one
    /// meanwhile, the failure is that of the live one.
    /// </summary>
    private async ValueTask MissAsync(string id, Exception failure, string aggregateType, CancellationToken cancellationToken)
    {
        var control = await Live.Controls.ChangeAsync(
            aggregateType,
            control => control.Building == BuildingVersion ? control.WithMissed(id) : control,
            cancellationToken).ConfigureAwait(false);
        if (control.Live == BuildingVersion)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }
}
