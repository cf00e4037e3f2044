using Patterns.Tables;

namespace Patterns.FanIn.Internal;

/// <summary>The writes of which the store's transactions are made.</summary>
internal sealed class StoreLayout(ITable table, FanInStoreOptions options)
{
    private readonly TableRetries _retries = new(options.Time);

    public ITable Table => table;

    public FanInStoreOptions Options => options;

    public string Name => options.Name;

    public DateTimeOffset Now => options.Time.GetUtcNow();

    /// <summary>
    /// When what is written now may go. An aggregate that gets its first part now may be opened just before it times out, and
    /// then waits once more.
    /// </summary>
    public DateTimeOffset ExpiresAt => Now + options.Timeout + options.Timeout + options.Retention;

    /// <summary>Of a transaction that takes effect once, also when the table has to send it again.</summary>
    public static string NewToken() => Guid.NewGuid().ToString();

    /// <summary>Sends the transaction until the table says what became of it, or time runs out.</summary>
    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string token, CancellationToken cancellationToken) =>
        _retries.RunAsync(ending => table.TransactAsync(writes, token, ending), cancellationToken);

    /// <summary>Puts the item where there is none; what is there already, also by an earlier attempt, is in the result.</summary>
    public ValueTask<TableWriteResult> PutFirstAsync(TableItem item, CancellationToken cancellationToken) =>
        _retries.RunAsync(ending => table.WriteAsync(new TablePut(item) { Condition = TableCondition.ItemMissing }, ending), cancellationToken);

    public TableKey HeadKey(string correlationId) => FanInKeys.Head(Name, correlationId);

    public TableKey PartKey(string correlationId, string partId) => FanInKeys.Part(Name, correlationId, partId);

    public TimerPlace TimerAt(string correlationId, DateTimeOffset due) => new(TableShard.Of(correlationId, options.TimerShards), due);

    public TableWrite SetTimer(string correlationId, TimerPlace place)
    {
        var expiresAt = options.Timers == FanInTimers.Expiry ? place.Due : ExpiresAt;
        return new TablePut(new TableItem(FanInKeys.Timer(Name, place, correlationId)) { ExpiresAt = expiresAt });
    }

    public TableWrite DropTimer(string correlationId, TimerPlace place) => new TableDelete(FanInKeys.Timer(Name, place, correlationId));

    /// <summary>The writes that move the timer; none when it stays.</summary>
    public IEnumerable<TableWrite> MoveTimer(Head head, DateTimeOffset due) => head.Timer.Due == due
        ? []
        : [DropTimer(head.CorrelationId, head.Timer), SetTimer(head.CorrelationId, head.Timer with { Due = due })];

    /// <summary>An update of the head whose timer comes to stand at <paramref name="due"/>, if the head is still in the state and its timer where it was.</summary>
    public TableUpdate UpdateHead(Head head, DateTimeOffset due) =>
        new TableUpdate(HeadKey(head.CorrelationId))
        {
            ExpiresAt = ExpiresAt,
            Condition = TableCondition.Equal(HeadNames.State, head.State.ToString())
                & TableCondition.Equal(HeadNames.Due, Moment.ToText(head.Timer.Due)),
        }.Set(HeadNames.Due, Moment.ToText(due));
}
