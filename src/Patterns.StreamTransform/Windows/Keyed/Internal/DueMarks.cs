using Patterns.Tables;

namespace Patterns.Windows.Internal;

/// <summary>The items of the indexes: which key is due when.</summary>
internal static class DueMarks
{
    private const string Partition = "item";
    private const string Sort = "itemSort";
    private const string Key = "key";

    public static TableItem ItemOf(DueMark mark, TableKey item, string key, DateTimeOffset? expiresAt) => new(KeyedTableLayout.MarkOf(mark, item))
    {
        [Partition] = item.Partition,
        [Sort] = item.Sort,
        [Key] = key,
        ExpiresAt = expiresAt,
    };

    public static TableKey KeyOf(TableItem mark) => new(mark[Partition]!.GetString(), mark[Sort]!.GetString());

    public static string NameOf(TableItem mark) => mark[Key]!.GetString();
}
