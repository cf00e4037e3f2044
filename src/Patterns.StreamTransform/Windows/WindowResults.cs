namespace Patterns.Windows;

/// <summary>Takes the results of a window.</summary>
/// <typeparam name="TOut">A result.</typeparam>
public sealed class WindowResults<TOut>
{
    private readonly List<(TOut Value, string? Key)> _results = [];

    internal WindowResults(Window window, bool isEarly, CancellationToken cancellationToken)
    {
        Window = window;
        IsEarly = isEarly;
        CancellationToken = cancellationToken;
    }

    /// <summary>The window.</summary>
    public Window Window { get; }

    /// <summary>
    /// Whether the window ends before its time, because its state is too large or its shard has ended: more results of the same window
    /// may follow, from this shard or from those in its place.
    /// </summary>
    public bool IsEarly { get; }

    /// <summary>Cancelled when time runs out.</summary>
    public CancellationToken CancellationToken { get; }

    internal IReadOnlyList<(TOut Value, string? Key)> All => _results;

    /// <summary>Puts out a result.</summary>
    /// <param name="value">The result.</param>
    /// <param name="key">The key inside which order is kept at the destination; null for the shard.</param>
    public void Emit(TOut value, string? key = null) => _results.Add((value, key));
}
