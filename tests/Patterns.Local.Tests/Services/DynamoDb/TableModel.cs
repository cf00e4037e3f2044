namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>What a table must hold, kept in the simplest way.</summary>
internal sealed class TableModel
{
    private readonly Dictionary<(int Partition, int Sort), (int Count, int? Group)> _items = [];

    public IReadOnlyDictionary<(int Partition, int Sort), (int Count, int? Group)> Items => _items;

    public void Put(TableStep step) => _items[KeyOf(step)] = (step.Value, GroupOf(step));

    public void Add(TableStep step)
    {
        var (count, group) = _items.GetValueOrDefault(KeyOf(step));
        _items[KeyOf(step)] = (count + step.Value, group);
    }

    public void Regroup(TableStep step)
    {
        if (_items.TryGetValue(KeyOf(step), out var item))
        {
            _items[KeyOf(step)] = (item.Count, GroupOf(step));
        }
    }

    public void Delete(TableStep step) => _items.Remove(KeyOf(step));

    public static int? GroupOf(TableStep step) => step.Value % 4 == 0 ? null : step.Value % 4;

    private static (int Partition, int Sort) KeyOf(TableStep step) => (step.Partition, step.Sort);
}
