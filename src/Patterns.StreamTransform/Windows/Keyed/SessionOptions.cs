using Patterns.Windows.Internal;

namespace Patterns.Windows;

/// <summary>What a <see cref="SessionHandler{TIn, TState, TOut}"/> collects, where its state is and where its results go.</summary>
/// <typeparam name="TIn">A record.</typeparam>
public sealed class SessionOptions<TIn> : KeyedWindowOptions<TIn>
{
    /// <summary>The inactivity that ends a session: records of a key belong together while less than this is between them.</summary>
    public required TimeSpan Gap { get; init; }

    internal override WindowShape Shape => new(IsMerging: true, time => [new(time, time + Gap)]);

    internal override IEnumerable<string> MistakesOfShape() =>
        Gap > TimeSpan.Zero ? [] : [$"{nameof(Gap)} must be more than zero, but is {Gap}."];
}
