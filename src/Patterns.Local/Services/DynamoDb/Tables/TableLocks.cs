namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Holds the locks of several tables, always taken in one order, so that no two holders wait for each other.</summary>
internal sealed class TableLocks : IDisposable
{
    private readonly Table[] _tables;

    public TableLocks(IEnumerable<Table> tables)
    {
        _tables = [.. tables.Distinct().OrderBy(table => table.Id)];
        foreach (var table in _tables)
        {
            table.Gate.Enter();
        }
    }

    public void Dispose()
    {
        for (var i = _tables.Length - 1; i >= 0; i--)
        {
            _tables[i].Gate.Exit();
        }
    }
}
