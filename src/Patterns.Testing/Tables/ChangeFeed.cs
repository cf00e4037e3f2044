using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>The changes of a table in memory, as its stream would have them.</summary>
internal sealed class ChangeFeed
{
    private List<TableRecord> _records = [];
    private long _sequence;

    public IReadOnlyList<TableRecord> Records => [.. _records];

    public IReadOnlyList<TableRecord> Take()
    {
        var taken = _records;
        _records = [];
        return taken;
    }

    /// <summary>Adds a record; a write that changed nothing has none, as on DynamoDB.</summary>
    public void Add(TableItem? before, TableItem? after, TableAttributeNames names, DateTimeOffset now, bool byExpiry)
    {
        var oldImage = before is null ? null : ItemJson.Image(before, names);
        var newImage = after is null ? null : ItemJson.Image(after, names);
        if (oldImage == newImage)
        {
            return;
        }

        var name = (oldImage, newImage) switch { (null, _) => "INSERT", (_, null) => "REMOVE", _ => "MODIFY" };
        _records.Add(new TableRecord(name, ItemJson.Keys((before ?? after)!.Key, names))
        {
            OldImage = oldImage,
            NewImage = newImage,
            SequenceNumber = (++_sequence).ToString(),
            CreatedAt = now,
            RemovedByExpiry = byExpiry,
        });
    }
}
