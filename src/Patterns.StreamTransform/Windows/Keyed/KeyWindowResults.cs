namespace Patterns.Windows;

/// <summary>Takes the results of a key's window.</summary>
/// <typeparam name="TOut">A result.</typeparam>
public sealed class KeyWindowResults<TOut>
{
    private readonly List<(TOut Value, string? Key)> _results = [];

    internal KeyWindowResults(KeyWindow window, bool isLate, CancellationToken cancellationToken)
    {
        Window = window;
        IsLate = isLate;
        CancellationToken = cancellationToken;
    }

    /// <summary>The window.</summary>
    public KeyWindow Window { get; }

    /// <summary>
    /// Whether the state is of one record that came when its window was over, with <see cref="LateRecords.Include"/>: a part that the
    /// receiver adds to the results that it has.
    /// </summary>
    public bool IsLate { get; }

    /// <summary>Cancelled when time runs out.</summary>
    public CancellationToken CancellationToken { get; }

    internal IReadOnlyList<(TOut Value, string? Key)> All => _results;

    /// <summary>Puts out a result.</summary>
    /// <param name="value">The result.</param>
    /// <param name="key">The key inside which order is kept at the destination; null for the window's.</param>
    public void Emit(TOut value, string? key = null) => _results.Add((value, key));
}
