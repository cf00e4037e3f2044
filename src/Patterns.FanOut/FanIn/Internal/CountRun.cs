using Patterns.Tables;

namespace Patterns.FanIn.Internal;

/// <summary>The parts of one aggregate on their way to being counted, and what was learned on the way.</summary>
/// <param name="layout">The table.</param>
/// <param name="correlationId">The aggregate.</param>
/// <param name="expected">How many parts all of these say there are.</param>
internal sealed class CountRun(StoreLayout layout, string correlationId, int? expected)
{
    private readonly List<Candidate> _open = [];
    private bool _headIsMissing;

    public int OpenCount => _open.Count;

    public IEnumerable<string> OpenIds => _open.Select(candidate => candidate.Part.Id);

    public void Add(NewPart part, Action<CountedPart> settle) => _open.Add(new Candidate(part, settle));

    /// <summary>The head first, then the parts, then a new aggregate's timer.</summary>
    public IReadOnlyList<TableWrite> Writes()
    {
        var now = layout.Now;
        var writes = new List<TableWrite> { _headIsMissing ? NewHead(now) : CountOnHead() };
        writes.AddRange(_open.Select(candidate => candidate.ToWrite(layout, correlationId, now)));
        if (_headIsMissing)
        {
            writes.Add(layout.SetTimer(correlationId, layout.TimerAt(correlationId, now + layout.Options.Timeout)));
        }

        return writes;
    }

    /// <summary>Takes in the transaction's result; true when the aggregate turned out to be closed.</summary>
    public bool Learn(TableTransactionResult result)
    {
        if (result.Committed)
        {
            SettleAll(new CountedPart(PartFate.Counted));
            return false;
        }

        var isClosed = false;
        foreach (var refusal in result.Refusals.OrderByDescending(refusal => refusal.Index))
        {
            if (refusal.Index == 0)
            {
                isClosed = LearnHead(refusal.Item);
            }
            else
            {
                LearnPart(refusal);
            }
        }

        return isClosed && _open.Count > 0;
    }

    /// <summary>The aggregate takes no more parts: those that it has are known, the others late.</summary>
    public void Close(IReadOnlyList<TableItem?> items)
    {
        for (var index = 0; index < items.Count; index++)
        {
            _open[index].Settle(new CountedPart(_open[index].IsKnownAs(items[index]) ? PartFate.Known : PartFate.Late));
        }

        _open.Clear();
    }

    private TablePut NewHead(DateTimeOffset now)
    {
        var deadline = now + layout.Options.Timeout;
        var head = new Head(correlationId, FanInState.Open, _open.Count(candidate => candidate.IsNew), now, deadline, layout.TimerAt(correlationId, deadline))
        {
            Expected = expected,
        };
        return new TablePut(head.ToItem(layout.HeadKey(correlationId), layout.ExpiresAt)) { Condition = TableCondition.ItemMissing };
    }

    private TableUpdate CountOnHead()
    {
        var isOpen = TableCondition.Equal(HeadNames.State, nameof(FanInState.Open));
        var update = new TableUpdate(layout.HeadKey(correlationId))
        {
            ExpiresAt = layout.ExpiresAt,
            Condition = expected is { } number
                ? isOpen & (TableCondition.Missing(HeadNames.Expected) | TableCondition.Equal(HeadNames.Expected, number))
                : isOpen,
        }.Add(HeadNames.Count, _open.Count(candidate => candidate.IsNew));
        return expected is { } said ? update.Set(HeadNames.Expected, said) : update;
    }

    private bool LearnHead(TableItem? item)
    {
        _headIsMissing = item is null;
        if (item is null)
        {
            return false;
        }

        var head = Head.From(correlationId, item);
        if (head.State != FanInState.Open)
        {
            return true;
        }

        if (expected is not null && head.Expected is { } known && known != expected)
        {
            SettleAll(new CountedPart(PartFate.Conflicting, known));
        }

        return false;
    }

    /// <summary>Called for the last part first, so that the positions of the others stay.</summary>
    private void LearnPart(TableRefusal refusal)
    {
        var candidate = _open[refusal.Index - 1];
        if (candidate.IsKnownAs(refusal.Item))
        {
            candidate.Settle(new CountedPart(PartFate.Known));
            _open.RemoveAt(refusal.Index - 1);
        }
        else
        {
            candidate.IsNew = refusal.Item is null;
        }
    }

    private void SettleAll(CountedPart fate)
    {
        _open.ForEach(candidate => candidate.Settle(fate));
        _open.Clear();
    }

    private sealed class Candidate(NewPart part, Action<CountedPart> settle)
    {
        public NewPart Part => part;

        public Action<CountedPart> Settle => settle;

        /// <summary>Whether it takes no other's place.</summary>
        public bool IsNew { get; set; } = true;

        public bool IsKnownAs(TableItem? item) => item?[StoredPart.RankName]!.GetInt64() >= part.Rank;

        public TablePut ToWrite(StoreLayout layout, string correlationId, DateTimeOffset now)
        {
            var item = StoredPart.ToItem(layout.PartKey(correlationId, part.Id), part, now, layout.ExpiresAt);
            return new TablePut(item) { Condition = IsNew ? TableCondition.ItemMissing : TableCondition.Less(StoredPart.RankName, part.Rank) };
        }
    }
}
