using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Capacity;

/// <summary>The units that a request took in one table and its indexes.</summary>
internal sealed class ConsumedCapacity(string tableName)
{
    private readonly SortedDictionary<string, double> _local = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double> _global = new(StringComparer.Ordinal);

    public string TableName { get; } = tableName;

    public double Table { get; private set; }

    public IReadOnlyDictionary<string, double> LocalIndexes => _local;

    public IReadOnlyDictionary<string, double> GlobalIndexes => _global;

    public double Total
    {
        get
        {
            var total = Table;
            foreach (var (_, units) in _local)
            {
                total += units;
            }

            foreach (var (_, units) in _global)
            {
                total += units;
            }

            return total;
        }
    }

    public void AddTable(double units) => Table += units;

    public void AddIndex(IndexDefinition index, double units)
    {
        var indexes = index.IsGlobal ? _global : _local;
        indexes[index.Name] = indexes.GetValueOrDefault(index.Name) + units;
    }

    /// <param name="units">A write's cost.</param>
    /// <param name="times">2 for a write in a transaction, which prepares before it commits.</param>
    public void Add(WriteUnits units, int times = 1)
    {
        AddTable(units.Table * times);
        foreach (var (index, cost) in units.Indexes)
        {
            AddIndex(index, cost * times);
        }
    }
}
