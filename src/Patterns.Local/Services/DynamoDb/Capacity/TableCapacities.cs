using Patterns.Local.Services.DynamoDb.Tables;

namespace Patterns.Local.Services.DynamoDb.Capacity;

/// <summary>The units that a request took in several tables.</summary>
internal sealed class TableCapacities
{
    private readonly Dictionary<Table, ConsumedCapacity> _byTable = [];

    public IEnumerable<ConsumedCapacity> All => _byTable.Values;

    public ConsumedCapacity Of(Table table)
    {
        if (!_byTable.TryGetValue(table, out var capacity))
        {
            _byTable.Add(table, capacity = new ConsumedCapacity(table.Name));
        }

        return capacity;
    }
}
