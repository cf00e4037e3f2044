using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Patterns.Tables;

namespace Patterns.Windows.Internal;

/// <summary>
/// Where things are in the table. What is due is in partitions of its own, in the order in which it is due, so that nothing has to be
/// searched for: one a shard by watermark, and a fixed number by the clock.
/// </summary>
internal sealed class KeyedTableLayout(string name)
{
    /// <summary>What a partition key may have: 2048 bytes.</summary>
    /// <remarks>Source: docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html, November 2026.</remarks>
    public const int MostKeyBytes = 2_048;

    private const int ClockPartitions = 16;
    private const string Sort = "state";
    private const string BeforeKey = "/key/";
    private const string Digits = "D19";

    // Sorts behind every digest.
    private const string AfterDigests = "~";

    public IEnumerable<string> ByClock => Enumerable.Range(0, ClockPartitions).Select(ByClockOf);

    public TableKey KeyOf(string source, string key) => new($"{name}/{source}{BeforeKey}{key}", Sort);

    /// <summary>The stream that the key's item is of.</summary>
    public string SourceOf(TableKey item, string key) => item.Partition[(name.Length + 1)..^(BeforeKey.Length + key.Length)];

    public TableKey ShardOf(string source, string shard) => new($"{name}/{source}/shard/{shard}", Sort);

    /// <summary>The partition of the keys of a shard that are due by its watermark.</summary>
    public string ByWatermarkOf(string source, string shard) => $"{name}/{source}/due/{shard}";

    /// <summary>The partition in which the key is due by the clock.</summary>
    public string ByClockOf(TableKey item) => ByClockOf(SHA256.HashData(Encoding.UTF8.GetBytes(item.Partition))[0] % ClockPartitions);

    public static TableKey MarkOf(DueMark mark, TableKey item) => new(mark.Partition, $"{Text(mark.At)}/{Digest(item.Partition)}");

    public static TableQuery UpTo(string partition, DateTimeOffset moment) => new(partition) { SortTo = $"{Text(moment)}/{AfterDigests}" };

    public static DueMark MarkAt(TableKey mark) => new(
        mark.Partition,
        new DateTimeOffset(long.Parse(mark.Sort[..mark.Sort.IndexOf('/', StringComparison.Ordinal)], CultureInfo.InvariantCulture), TimeSpan.Zero));

    private string ByClockOf(int index) => $"{name}/sweep/{index:D2}";

    private static string Text(DateTimeOffset moment) => moment.UtcTicks.ToString(Digits, CultureInfo.InvariantCulture);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
