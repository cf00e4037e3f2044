using System.Globalization;
using Patterns.Outbound;
using Patterns.StreamTransform.Internal;

namespace Patterns.Windows.Internal;

/// <summary>Takes records of one key into its windows, and ends those that are over. Changes nothing but the state that it was given.</summary>
internal sealed class KeyFold<TIn, TState, TOut>(
    KeyedEngine<TIn, TState, TOut> engine,
    string source,
    KeyState<TState> state,
    CancellationToken cancellationToken)
{
    // What is beyond goes out before more is taken in, so that the results of many windows need not fit in an item together.
    private const int MostOutboxBytes = 100_000;

    private readonly List<Envelope> _late = [];

    public KeyState<TState> State => state;

    /// <summary>Records to be sent to where late ones go.</summary>
    public IReadOnlyList<Envelope> Late => _late;

    public int LateCount { get; private set; }

    public int Duplicates { get; private set; }

    public int Closed { get; private set; }

    /// <summary>Whether the state is to be written.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Whether what is in the outbox has to go out before anything else is taken in.</summary>
    public bool IsFull => HasDue || IsOutboxFull;

    /// <summary>Whether windows are left that have to end now.</summary>
    public bool HasDue => state.Windows.Exists(window => IsDue(window.Span));

    private bool IsOutboxFull => state.Outbox.Sum(result => result.Body.Length) > MostOutboxBytes;

    public async ValueTask AddAsync(KeyedRecord<TIn> record)
    {
        if (state.Last is { } last && SequenceNumbers.Compare(record.Sequence, last) <= 0)
        {
            Duplicates++;
            return;
        }

        if (record.DuplicateId is { } id && state.Seen.ContainsKey(id))
        {
            Duplicates++;
        }
        else if (await AddToWindowsAsync(record).ConfigureAwait(false) && record.DuplicateId is { } newId)
        {
            state.Seen.Add(newId, record.Time);
        }

        HasChanged = true;
        state.Last = record.Sequence;
        state.TouchedAt = engine.Now;
        var believed = engine.BelievedUntil;
        await AdvanceAsync(record.Time < believed ? record.Time : believed).ConfigureAwait(false);
    }

    /// <summary>Brings the watermark on, and ends the windows that are over.</summary>
    public ValueTask AdvanceAsync(DateTimeOffset watermark)
    {
        state.Watermark = watermark > state.Watermark ? watermark : state.Watermark;
        return CloseDueAsync();
    }

    /// <summary>Ends the windows that are over by the clock, when the key has been idle.</summary>
    public ValueTask AdvanceByClockAsync(DateTimeOffset now)
    {
        var idleSince = now - engine.Options.IdleAfter;
        var over = state.Windows.Select(window => DueOf(window.Span)).Where(due => due <= idleSince && state.TouchedAt <= idleSince);
        return AdvanceAsync(over.DefaultIfEmpty(state.Watermark).Max());
    }

    /// <summary>When the first of the windows is over by the watermark; null when there is none.</summary>
    public DateTimeOffset? NextDue() => state.Windows.Count == 0 ? null : state.Windows.Min(window => DueOf(window.Span));

    private DateTimeOffset DueOf(Interval span) => span.End + engine.Options.AllowedLateness;

    private bool IsDue(Interval span) => DueOf(span) <= state.Watermark;

    /// <returns>Whether it is in an open window now. One that is late for all its windows would be so again: nothing is to be kept of it.</returns>
    private async ValueTask<bool> AddToWindowsAsync(KeyedRecord<TIn> record)
    {
        var isLate = false;
        var isIn = false;
        foreach (var span in engine.Shape.SpansOf(record.Time))
        {
            var joined = state.Windows.Where(window => Joins(window.Span, span)).OrderBy(window => window.Span.Start).ToList();
            var whole = joined.Aggregate(span, (sum, window) => sum.With(window.Span));
            if (!IsDue(whole))
            {
                await AddToAsync(whole, joined, record).ConfigureAwait(false);
                isIn = true;
                continue;
            }

            isLate = true;
            if (engine.Options.Late == LateRecords.Include)
            {
                var part = await engine.Parts.AddAsync(Begin(span), record.Message, record.Context).ConfigureAwait(false);
                await CloseAsync(span, record.Sequence, part, isLate: true).ConfigureAwait(false);
            }
        }

        if (isLate)
        {
            LateCount++;
            if (engine.Options.Late == LateRecords.Send)
            {
                _late.Add(Envelope.CopyOf(record.Context));
            }
        }

        return isIn;
    }

    private bool Joins(Interval open, Interval span) => engine.Shape.IsMerging ? open.Overlaps(span) : open == span;

    private async ValueTask AddToAsync(Interval whole, List<OpenWindow<TState>> joined, KeyedRecord<TIn> record)
    {
        var value = joined.Count == 0
            ? Begin(whole)
            : joined.Select(window => window.Read(engine.Parts.StateJson)).Aggregate(engine.Parts.Merge);
        value = await engine.Parts.AddAsync(value, record.Message, record.Context).ConfigureAwait(false);
        state.Windows.RemoveAll(joined.Contains);
        state.Windows.Add(new OpenWindow<TState>(whole, record.Sequence, value));
    }

    private TState Begin(Interval span) => engine.Parts.Start(new KeyWindow(state.Key, span.Start, span.End));

    private async ValueTask CloseDueAsync()
    {
        var due = state.Windows.Where(window => IsDue(window.Span)).OrderBy(window => window.Span.End).ThenBy(window => window.Span.Start).ToList();
        foreach (var window in due)
        {
            if (IsOutboxFull)
            {
                return;
            }

            await CloseAsync(window.Span, window.Last, window.Read(engine.Parts.StateJson), isLate: false).ConfigureAwait(false);
            state.Windows.Remove(window);
            Closed++;
            HasChanged = true;
        }

        if (due.Count > 0)
        {
            Forget();
        }
    }

    /// <summary>Forgets the ids of records that would be late if they came again.</summary>
    private void Forget()
    {
        var late = state.Seen.Where(seen => engine.Shape.SpansOf(seen.Value).All(span => IsDue(span) && !state.Windows.Exists(window => Joins(window.Span, span)))).ToList();
        late.ForEach(seen => state.Seen.Remove(seen.Key));
    }

    /// <summary>Takes a window's results into the outbox. A failure names the window: it is not of the record that brought the time on.</summary>
    private async ValueTask CloseAsync(Interval span, string last, TState value, bool isLate)
    {
        var window = new KeyWindow(state.Key, span.Start, span.End);
        try
        {
            var results = new KeyWindowResults<TOut>(window, isLate, cancellationToken);
            await engine.Parts.CloseAsync(value, results).ConfigureAwait(false);
            for (var position = 0; position < results.All.Count; position++)
            {
                var (result, key) = results.All[position];
                var id = string.Create(CultureInfo.InvariantCulture, $"{source}/{state.Key}/{span.Start:yyyyMMddTHHmmss.fffffffZ}/{last}#{position}");
                var pending = new PendingResult(id, engine.Write(result), key ?? state.Key, span.End);
                CheckSize(pending);
                state.Outbox.Add(pending);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new InvalidOperationException($"The window {window} could not be closed: {exception.Message}", exception);
        }
    }

    // Without a failure destination, the window stays open until a handler makes results of it that can be sent.
    private void CheckSize(PendingResult result)
    {
        if (engine.Failures is null)
        {
            SinkLimits.Check(engine.Options.Results, engine.ToEnvelope(result));
        }
    }
}
