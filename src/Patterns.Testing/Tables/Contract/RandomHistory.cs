using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>Calls at random, each made of a table and of a dictionary.</summary>
internal sealed class RandomHistory(TableTrial trial, int seed)
{
    private static readonly string[] Sorts = ["a", "b", "c"];
    private readonly Random _random = new(seed);
    private readonly Dictionary<TableKey, ModelItem> _model = [];
    private int _step;

    public async Task RunAsync(int steps)
    {
        for (_step = 1; _step <= steps; _step++)
        {
            await (_random.Next(10) switch
            {
                0 => GetManyAsync(),
                1 => WriteManyAsync(),
                2 or 3 => TransactAsync(),
                4 => QueryAsync(),
                _ => WriteAsync(),
            }).ConfigureAwait(false);
        }

        await ExpectAllAsync().ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        var write = RandomWrite.Next(_random, Keys(1)[0]);
        var before = _model.GetValueOrDefault(write.Write.Key);
        var holds = write.Holds(before);
        if (holds)
        {
            Store(write);
        }

        var result = await trial.Table.WriteAsync(write.Write, CancellationToken.None).ConfigureAwait(false);
        var shown = holds ? write.Write is TableUpdate ? _model[write.Write.Key] : null : before;
        Expect($"{write.Write.GetType().Name} of {write.Write.Key.Sort}", $"{holds} {ModelItem.Describe(shown)}", $"{result.Applied} {ModelItem.Describe(result.Item)}");
    }

    private async Task WriteManyAsync()
    {
        RandomWrite[] writes = [.. Keys(_random.Next(1, 5)).Select(key => _random.Next(3) == 0 ? new(new TableDelete(key), _ => null, _ => true) : RandomWrite.Put(_random, key))];
        await trial.Table.WriteManyAsync([.. writes.Select(write => write.Write)], CancellationToken.None).ConfigureAwait(false);
        Array.ForEach(writes, Store);
    }

    private async Task TransactAsync()
    {
        RandomWrite[] writes = [.. Keys(_random.Next(1, 4)).Select(key => RandomWrite.Next(_random, key, isInTransaction: true))];
        var refusals = writes.Index()
            .Where(write => !write.Item.Holds(_model.GetValueOrDefault(write.Item.Write.Key)))
            .Select(write => $"{write.Index} {ModelItem.Describe(_model.GetValueOrDefault(write.Item.Write.Key))}")
            .ToArray();
        if (refusals.Length == 0)
        {
            Array.ForEach(writes, Store);
        }

        var result = await trial.TransactAsync([.. writes.Select(write => write.Write)]).ConfigureAwait(false);
        Expect("a transaction", string.Join(", ", refusals), string.Join(", ", result.Refusals.Select(refusal => $"{refusal.Index} {ModelItem.Describe(refusal.Item)}")));
    }

    private async Task GetManyAsync()
    {
        var keys = Keys(_random.Next(1, 6));
        var items = await trial.Table.GetManyAsync(keys, CancellationToken.None).ConfigureAwait(false);
        Expect("get many", string.Join(", ", keys.Select(key => ModelItem.Describe(_model.GetValueOrDefault(key)))), string.Join(", ", items.Select(ModelItem.Describe)));
    }

    private async Task QueryAsync()
    {
        var keys = Keys(2);
        var query = new TableQuery(keys[0].Partition)
        {
            SortFrom = _random.Next(2) == 0 ? keys[0].Sort : null,
            SortTo = _random.Next(2) == 0 ? keys[1].Sort : null,
            Descending = _random.Next(2) == 0,
            Limit = _random.Next(2) == 0 ? _random.Next(1, 4) : null,
        };
        var expected = _model
            .Where(pair => pair.Key.Partition == query.Partition)
            .Where(pair => query.SortFrom is null || string.CompareOrdinal(pair.Key.Sort, query.SortFrom) >= 0)
            .Where(pair => query.SortTo is null || string.CompareOrdinal(pair.Key.Sort, query.SortTo) <= 0)
            .OrderBy(pair => pair.Key.Sort, StringComparer.Ordinal)
            .ToList();
        if (query.Descending)
        {
            expected.Reverse();
        }

        var items = await trial.QueryAsync(query).ConfigureAwait(false);
        Expect(
            "a query",
            string.Join(", ", expected.Take(query.Limit ?? int.MaxValue).Select(pair => pair.Key.Sort + ModelItem.Describe(pair.Value))),
            string.Join(", ", items.Select(item => item.Key.Sort + ModelItem.Describe(item))));
    }

    private async Task ExpectAllAsync()
    {
        foreach (var key in AllKeys())
        {
            var item = await trial.Table.GetAsync(key, CancellationToken.None).ConfigureAwait(false);
            Expect($"get {key.Sort}", ModelItem.Describe(_model.GetValueOrDefault(key)), ModelItem.Describe(item));
        }
    }

    private void Store(RandomWrite write)
    {
        var key = write.Write.Key;
        if (write.Effect(_model.GetValueOrDefault(key)) is { } after)
        {
            _model[key] = after;
        }
        else
        {
            _model.Remove(key);
        }
    }

    private void Expect(string what, string expected, string actual) =>
        trial.Expect(expected == actual, $"step {_step}, {what}: expected {expected}, but it is {actual}.");

    private TableKey[] Keys(int count)
    {
        var keys = AllKeys();
        _random.Shuffle(keys);
        return keys[..count];
    }

    private TableKey[] AllKeys() =>
        [.. from partition in new[] { trial.Partition, trial.Partition + "-b" } from sort in Sorts select new TableKey(partition, sort)];
}
