using System.Globalization;
using Patterns.Tables;

namespace Patterns.Singleton.Internal;

/// <summary>
/// Which slots a pool has, and in which items they are. A slot's number alone says where it is, so that functions that know other sizes
/// or floors, during a deployment, have the same slots.
/// </summary>
internal sealed class PoolLayout
{
    // About 60 bytes a slot: an item of them stays near 1 KB, which is what a write unit of DynamoDB pays for.
    private const int SlotsPerItem = 16;

    public PoolLayout(ITable table, LeasePoolOptions options)
    {
        Table = table;
        var functions = FunctionsOf(options).ToArray();
        Slots = [.. Enumerable.Range(0, options.Size).Select(number => new Slot(table, options, KeyOf(options.Name, number), number, functions.ElementAtOrDefault(number)))];
        Keys = [.. Slots.Select(slot => slot.Key).Distinct()];
        ByPreference = [.. Slots.GroupBy(slot => slot.Standing).OrderBy(group => group.Key).Select(group => group.ToArray())];
        Own = [.. Slots.Where(slot => slot.Standing == SlotStanding.Own)];
    }

    public ITable Table { get; }

    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>The items in which they are.</summary>
    public IReadOnlyList<TableKey> Keys { get; }

    /// <summary>The slots by whose they are, those that the function prefers first.</summary>
    public IReadOnlyList<Slot[]> ByPreference { get; }

    public IReadOnlyList<Slot> Own { get; }

    /// <summary>Whose the first slots are, one after the other; the rest is nobody's.</summary>
    private static IEnumerable<string> FunctionsOf(LeasePoolOptions options) =>
        options.Floors.OrderBy(floor => floor.Key, StringComparer.Ordinal).SelectMany(floor => Enumerable.Repeat(floor.Key, floor.Value));

    private static TableKey KeyOf(string pool, int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{pool}/slots/{number / SlotsPerItem}"), "slots");
}
