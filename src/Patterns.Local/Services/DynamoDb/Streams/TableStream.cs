using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.DynamoDb.Streams;

/// <summary>The change stream of one table: what its readers see, and where the table writes.</summary>
internal sealed class TableStream
{
    /// <param name="tableArn">The table.</param>
    /// <param name="viewType"><c>KEYS_ONLY</c>, <c>NEW_IMAGE</c>, <c>OLD_IMAGE</c> or <c>NEW_AND_OLD_IMAGES</c>.</param>
    /// <param name="keyNames">The names of the key attributes, the partition key first.</param>
    /// <param name="shards">How many shards it starts with: 4 for an on-demand table, 1 for a provisioned one.</param>
    /// <param name="aws">Names and clock.</param>
    public TableStream(string tableArn, string viewType, IReadOnlyList<string> keyNames, int shards, AwsEnvironment aws)
    {
        Label = aws.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture);
        Arn = $"{tableArn}/stream/{Label}";
        ViewType = viewType;
        Log = new RecordStream(Arn, aws.Time, TimeSpan.FromHours(24));
    }

    public string Arn { get; }

    public string Label { get; }

    public string ViewType { get; }

    public RecordStream Log { get; }

    /// <summary>True until the table stops writing; readers may read on for 24 hours.</summary>
    public bool IsEnabled { get; private set; } = true;

    /// <summary>
    /// Writes a change down. The table calls it in the order in which changes of one item take effect, also for each item of a
    /// transaction; a write that changes nothing is not a change.
    /// </summary>
    /// <param name="before">The item before; null for an inserted one.</param>
    /// <param name="after">The item after; null for a removed one.</param>
    /// <param name="isExpiry">Whether the service itself removed the item because its time had come.</param>
    public void Record(Item? before, Item? after, bool isExpiry) => throw new NotSupportedException();

    /// <summary>Closes the shards: the table no longer writes.</summary>
    public void Disable() => IsEnabled = false;
}
