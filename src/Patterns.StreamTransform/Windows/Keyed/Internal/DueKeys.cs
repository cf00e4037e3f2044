using Amazon.Lambda.Core;
using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.Windows.Internal;

/// <summary>Brings on the keys that an index has as due, and takes their marks away.</summary>
internal sealed class DueKeys<TIn, TState, TOut>(
    KeyedEngine<TIn, TState, TOut> engine,
    ILambdaLogger? logger,
    Func<KeyFold<TIn, TState, TOut>, ValueTask> begin)
{
    private const int Together = 100;

    private readonly List<(string Key, Exception Exception)> _failures = [];

    /// <summary>The keys that could not be brought on and stay due, besides those that no time was left for.</summary>
    public IReadOnlyList<(string Key, Exception Exception)> Failures => _failures;

    public int Closed { get; private set; }

    /// <param name="partition">The index.</param>
    /// <param name="until">What is due by then.</param>
    /// <param name="byWatermark">The index by watermark in which keys with open windows are to be; null for none.</param>
    /// <param name="cancellationToken">Ends it between keys; the others stay due.</param>
    public async Task RunAsync(string partition, DateTimeOffset until, string? byWatermark, CancellationToken cancellationToken)
    {
        var marks = new List<TableItem>(Together);
        await foreach (var mark in engine.Table.QueryAsync(KeyedTableLayout.UpTo(partition, until), cancellationToken).ConfigureAwait(false))
        {
            marks.Add(mark);
            if (marks.Count == Together)
            {
                await RunAsync(marks, byWatermark, cancellationToken).ConfigureAwait(false);
                marks.Clear();
            }
        }

        await RunAsync(marks, byWatermark, cancellationToken).ConfigureAwait(false);
    }

    // A key that no time was left for has not failed.
    private static bool IsOutOfTime(Exception failure) => failure is OperationCanceledException
        || (failure is SendFailedException refused && refused.Failures.All(refusal => refusal.Code == SendFailureCodes.Deadline));

    private async Task RunAsync(List<TableItem> marks, string? byWatermark, CancellationToken cancellationToken)
    {
        if (marks.Count == 0)
        {
            return;
        }

        var keys = marks.GroupBy(DueMarks.KeyOf).ToList();
        var items = await engine.Table.GetManyAsync([.. keys.Select(key => key.Key)], cancellationToken).ConfigureAwait(false);
        var turns = keys.Select((key, index) =>
        {
            var name = DueMarks.NameOf(key.First());
            var inHand = new KeyMarks<TIn, TState, TOut>(engine, key.Key, name, byWatermark, [.. key.Select(mark => KeyedTableLayout.MarkAt(mark.Key))]);
            return new KeyTurn<TIn, TState, TOut>(engine, key.Key, name, items[index], inHand, begin);
        }).ToList();

        await KeyTurns.RunAsync(engine, turns, logger, cancellationToken).ConfigureAwait(false);
        Closed += turns.Sum(turn => turn.Closed);
        var isOver = cancellationToken.IsCancellationRequested;
        _failures.AddRange(turns.Where(turn => turn.Failure is not null && !(isOver && IsOutOfTime(turn.Failure))).Select(turn => (turn.Key, turn.Failure!)));
        var done = keys.Zip(turns, (ofKey, turn) => (Marks: ofKey, Turn: turn))
            .Where(pair => pair.Turn.Failure is null)
            .SelectMany(pair => pair.Marks.Where(mark => pair.Turn.Marks.MayGo(KeyedTableLayout.MarkAt(mark.Key))));
        if (done.Select(mark => new TableDelete(mark.Key)).ToList() is { Count: > 0 } deletes)
        {
            await engine.Table.WriteManyAsync(deletes, cancellationToken).ConfigureAwait(false);
        }
    }
}
