using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>The items of a receiver: one a transaction, and one a message that shows.</summary>
internal sealed class StagedItems(TableStagingReceiverOptions options)
{
    public const string Pending = "staged";
    public const string Committed = "committed";
    public const string Aborted = "aborted";
    private const string State = "stagedState";
    private const string Messages = "messages";
    private const string Message = "message";

    public static string? StateOf(TableItem? item) => item?[State]?.GetString();

    public static Envelope MessageIn(TableItem item) => EnvelopeValue.Read(item[Message]!);

    public TableKey KeyOf(string transaction) => new($"{options.Partition}#staged#{transaction}", "transaction");

    public TableWrite Staged(string transaction, IReadOnlyList<Envelope> messages) =>
        new TablePut(new TableItem(KeyOf(transaction))
        {
            [State] = Pending,
            [Messages] = TableValue.ListOf(messages.Select(EnvelopeValue.Write)),
        }) { Condition = TableCondition.ItemMissing };

    public IReadOnlyList<TableWrite> Commit(string transaction, TableItem staged)
    {
        var now = options.Time.GetUtcNow();
        var messages = staged[Messages]!.GetList().Select(EnvelopeValue.Read);
        return [Decide(transaction, Committed, TableCondition.Equal(State, Pending)), .. messages.Select((message, index) => Show(transaction, message, index, now))];
    }

    public TableWrite Abort(string transaction) => Decide(transaction, Aborted, TableCondition.NotEqual(State, Committed));

    private TableUpdate Decide(string transaction, string decision, TableCondition condition) =>
        new TableUpdate(KeyOf(transaction)) { Condition = condition, ExpiresAt = options.Time.GetUtcNow() + options.KeepFor }
            .Set(State, decision)
            .Remove(Messages);

    private TablePut Show(string transaction, Envelope message, int index, DateTimeOffset now) => options.Show is { } show
        ? new TablePut(show(message))
        : new TablePut(new TableItem(new TableKey(options.Partition, $"{now.UtcTicks:D19}#{transaction}#{index:D4}")) { [Message] = EnvelopeValue.Write(message) });
}
