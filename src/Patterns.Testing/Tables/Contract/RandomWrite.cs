using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>A write, and the same in terms of a <see cref="ModelItem"/>.</summary>
internal sealed record RandomWrite(TableWrite Write, Func<ModelItem?, ModelItem?> Effect, Func<ModelItem?, bool> Holds)
{
    public static RandomWrite Next(Random random, TableKey key, bool isInTransaction = false)
    {
        var made = random.Next(isInTransaction ? 7 : 6) switch
        {
            0 or 1 => Put(random, key),
            2 => new(new TableDelete(key), _ => null, static _ => true),
            6 => new(new TableCheck(key, TableCondition.ItemExists), static item => item, static _ => true),
            _ => Update(random, key),
        };
        if (made.Write is not TableCheck && random.Next(3) == 0)
        {
            return made;
        }

        var condition = RandomCondition.Next(random);
        return made with { Write = made.Write with { Condition = condition.Condition }, Holds = condition.Holds };
    }

    public static RandomWrite Put(Random random, TableKey key)
    {
        var model = new ModelItem();
        var values = new Dictionary<string, TableValue>(StringComparer.Ordinal);
        foreach (var (name, value, content) in Values(random).Where(_ => random.Next(2) == 0))
        {
            values[name] = value;
            model = model.With(name, content);
        }

        DateTimeOffset? expiry = random.Next(3) == 0 ? RandomCondition.RandomMoment(random) : null;
        model = model.With("e", expiry?.ToUnixTimeSeconds());
        return new(new TablePut(new TableItem(key, values) { ExpiresAt = expiry }), _ => model, static _ => true);
    }

    private static RandomWrite Update(Random random, TableKey key)
    {
        var update = new TableUpdate(key);
        Func<ModelItem, ModelItem> effect = static item => item;
        if (random.Next(4) == 0)
        {
            var expiry = RandomCondition.RandomMoment(random);
            update = update with { ExpiresAt = expiry };
            effect = item => item.With("e", expiry.ToUnixTimeSeconds());
        }

        foreach (var value in Values(random).Where(_ => random.Next(2) == 0))
        {
            var action = Action(random, update, value);
            var before = effect;
            update = action.Update;
            effect = item => action.Effect(before(item));
        }

        return new(update, item => effect(item ?? new ModelItem()), static _ => true);
    }

    private static (TableUpdate Update, Func<ModelItem, ModelItem> Effect) Action(Random random, TableUpdate update, (string Name, TableValue Value, object Content) value)
    {
        var (name, given, content) = value;
        return (random.Next(5), name) switch
        {
            (0, _) => (update.Remove(name), item => item.With(name, null)),
            (1, _) => (update.SetIfMissing(name, given), item => item[name] is null ? item.With(name, content) : item),
            (2 or 3, "n") => (update.Add("n", (long)content), item => item.With("n", item.Number + (long)content)),
            (2, "s") => (update.AddToSet("s", (string[])content), item => item.With("s", item.Set.Union((string[])content).ToArray())),
            (3, "s") => (update.RemoveFromSet("s", (string[])content), item => item.With("s", item.Set.Except((string[])content).ToArray() is { Length: > 0 } left ? left : null)),
            _ => (update.Set(name, given), item => item.With(name, content)),
        };
    }

    private static (string Name, TableValue Value, object Content)[] Values(Random random)
    {
        var number = (long)random.Next(-3, 4);
        var text = RandomCondition.RandomText(random);
        string[] set = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => RandomCondition.RandomText(random)).Distinct()];
        return [("n", number, number), ("t", text, text), ("s", TableValue.SetOf(set), set)];
    }
}
