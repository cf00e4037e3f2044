using System.Text.Json.Serialization.Metadata;

namespace Patterns.Cqrs;

/// <summary>How the state of aggregates with many events is kept beside them, so that not all are read each time.</summary>
/// <remarks>
/// A snapshot is best effort: one that could not be written, is of another schema or cannot be read costs time, and nothing else.
/// </remarks>
/// <typeparam name="TState">The state.</typeparam>
public sealed class SnapshotOptions<TState>
{
    private const int LongestName = 200;

    /// <summary>Makes options.</summary>
    /// <param name="json">How the state is written and read, from a source-generated context.</param>
    public SnapshotOptions(JsonTypeInfo<TState> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Json = json;
    }

    /// <summary>How the state is written and read.</summary>
    public JsonTypeInfo<TState> Json { get; }

    /// <summary>
    /// Tells the snapshots of stores apart that make states of their own out of the same events; processes with the same rules share one.
    /// Part of the item's key, at most 200 characters: with another name, the state is folded anew from all events, and the old snapshots
    /// stay unused.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>After how many events there is a new snapshot. Default: 100.</summary>
    public int Every { get; init; } = 100;

    /// <summary>
    /// The version of the state and of how events evolve it. Count it up whenever one of them changes: snapshots of another version are
    /// not used, and the state is folded anew from all events. Default: 1.
    /// </summary>
    public int Schema { get; init; } = 1;

    internal IEnumerable<string> Mistakes()
    {
        if (Name is null or "" or { Length: > LongestName })
        {
            yield return $"{nameof(Name)} must have 1 to {LongestName} characters, but is '{Name}'.";
        }

        if (Every < 1)
        {
            yield return $"{nameof(Every)} must be at least 1, but is {Every}.";
        }
    }
}
