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
        RunAsync((writer, isLive) => writer.ApplyAsync(new ViewTask(id, isLive), changes, cancellationToken), aggregateType, cancellationToken);

    /// <summary>Brings what an aggregate has into both, up to a version.</summary>
    /// <returns>What failed.</returns>
    public ValueTask<IReadOnlyList<Exception>> CatchUpAsync(string id, long upTo, string aggregateType, CancellationToken cancellationToken) =>
        RunAsync((writer, isLive) => writer.CatchUpAsync(new ViewTask(id, isLive), upTo, cancellationToken), aggregateType, cancellationToken);

    /// <summary>First the one that is being built, so that the live one is never ahead of what replaces it.</summary>
    private async ValueTask<IReadOnlyList<Exception>> RunAsync(Func<ViewWriter<TChange>, bool, ValueTask> write, string aggregateType, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        try
        {
            if (BuildingVersion != 0 && await FailsAsync(writer => write(writer, false)).ConfigureAwait(false) is { } failed)
            {
                failures.AddRange(failed);
                await MissAsync(aggregateType, cancellationToken).ConfigureAwait(false);
            }

            await write(Live, true).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            failures.Add(failure);
        }

        return failures;
    }

    /// <summary>What keeps changes out of the generation that is being built; null for nothing.</summary>
    private async ValueTask<Exception[]?> FailsAsync(Func<ViewWriter<TChange>, ValueTask> write)
    {
        if (Building is null)
        {
            return []; // nobody's failure: it is another program that builds
        }

        try
        {
            await write(Building).ConfigureAwait(false);
            return null;
        }
        catch (Exception failure)
        {
            return [failure];
        }
    }

    /// <summary>Says that the generation that is being built lacks something, before the live one has it.</summary>
    private async ValueTask MissAsync(string aggregateType, CancellationToken cancellationToken) => await Live.Controls.ChangeAsync(
        aggregateType,
        control => control.Building == BuildingVersion ? control with { IsMissed = true } : control,
        cancellationToken).ConfigureAwait(false);
}
