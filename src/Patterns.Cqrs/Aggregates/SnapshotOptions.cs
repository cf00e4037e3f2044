using System.Text.Json.Serialization.Metadata;

namespace Patterns.Cqrs;

/// <summary>How the state of aggregates with many events is kept beside them, so that not all are read each time.</summary>
/// <remarks>
/// A snapshot is best effort: one that could not be written, is of another schema or cannot be read costs time, and nothing else.
/// </remarks>
/// <typeparam name="TState">The state.</typeparam>
public sealed class SnapshotOptions<TState>
{
    /// <summary>Makes options.</summary>
    /// <param name="json">How the state is written and read, from a source-generated context.</param>
    public SnapshotOptions(JsonTypeInfo<TState> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Json = json;
    }

    /// <summary>How the state is written and read.</summary>
    public JsonTypeInfo<TState> Json { get; }

    /// <summary>After how many events there is a new snapshot. Default: 100.</summary>
    public int Every { get; init; } = 100;

    /// <summary>
    /// The version of the state and of how events evolve it. Count it up whenever one of them changes: snapshots of another version are
    /// not used, and the state is folded anew from all events. Default: 1.
    /// </summary>
    public int Schema { get; init; } = 1;

    internal IEnumerable<string> Mistakes()
    {
        if (Every < 1)
        {
            yield return $"{nameof(Every)} must be at least 1, but is {Every}.";
        }
    }
}
