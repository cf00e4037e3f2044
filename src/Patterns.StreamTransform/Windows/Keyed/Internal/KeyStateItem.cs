using System.Text.Json.Serialization.Metadata;
using Patterns.Tables;

namespace Patterns.Windows.Internal;

/// <summary>The state of a key as an item of the table.</summary>
internal static class KeyStateItem
{
    public const string Version = "version";
    public const string Outbox = "outbox";

    // The names of the key's and the expiry's attributes are the table's, and long enough for any.
    private const int RoomForKeyNames = 800;

    private const string Key = "key";
    private const string Last = "last";
    private const string Watermark = "watermark";
    private const string TouchedAt = "touched";
    private const string Windows = "windows";
    private const string Seen = "seen";
    private const string ByWatermark = "byWatermark";
    private const string ByClock = "byClock";
    private const string Start = "start";
    private const string End = "end";
    private const string Value = "value";
    private const string Id = "id";

    public static bool HasWindows(TableItem item) => item[Windows] is not null;

    public static KeyState<TState> Read<TState>(string key, TableItem? item) => item is null
        ? new KeyState<TState>(key)
        : new KeyState<TState>(key)
        {
            Version = item[Version]!.GetInt64(),
            Last = item[Last]?.GetString(),
            Watermark = ToTime(item[Watermark]!),
            TouchedAt = ToTime(item[TouchedAt]!),
            Windows = [.. ListOf(item[Windows]).Select(ReadWindow<TState>)],
            Seen = item[Seen]?.GetMap().ToDictionary(seen => seen.Key, seen => ToTime(seen.Value), StringComparer.Ordinal) ?? new(StringComparer.Ordinal),
            Outbox = [.. ListOf(item[Outbox]).Select(ReadResult)],
            ByWatermark = ReadMark(item[ByWatermark]),
            ByClock = ReadMark(item[ByClock]),
        };

    /// <summary>The item with the next version; it expires when nothing is left that must come to an end.</summary>
    public static TableItem Write<TState>(KeyState<TState> state, TableKey itemKey, JsonTypeInfo<TState> json, DateTimeOffset expiresAt)
    {
        var attributes = new Dictionary<string, TableValue>(StringComparer.Ordinal)
        {
            [Key] = state.Key,
            [Version] = state.Version + 1,
            [Watermark] = FromTime(state.Watermark),
            [TouchedAt] = FromTime(state.TouchedAt),
        };
        AddIf(attributes, Last, state.Last is not null, () => state.Last!);
        AddIf(attributes, Windows, state.Windows.Count > 0, () => TableValue.ListOf(state.Windows.Select(window => WriteWindow(window, json))));
        AddIf(attributes, Seen, state.Seen.Count > 0, () => TableValue.MapOf(state.Seen.Select(seen => KeyValuePair.Create(seen.Key, FromTime(seen.Value)))));
        AddIf(attributes, Outbox, state.Outbox.Count > 0, () => TableValue.ListOf(state.Outbox.Select(WriteResult)));
        AddIf(attributes, ByWatermark, state.ByWatermark is not null, () => WriteMark(state.ByWatermark!));
        AddIf(attributes, ByClock, state.ByClock is not null, () => WriteMark(state.ByClock!));
        return new TableItem(itemKey, attributes) { ExpiresAt = state.IsIdle ? expiresAt : null };
    }

    /// <summary>How many bytes the table counts for the item, at most.</summary>
    public static int SizeOf(TableItem item) => RoomForKeyNames + item.GetSize();

    private static void AddIf(Dictionary<string, TableValue> attributes, string name, bool isThere, Func<TableValue> value)
    {
        if (isThere)
        {
            attributes[name] = value();
        }
    }

    private static IReadOnlyList<TableValue> ListOf(TableValue? value) => value?.GetList() ?? [];

    private static TableValue WriteWindow<TState>(OpenWindow<TState> window, JsonTypeInfo<TState> json) => MapOf(
        (Start, FromTime(window.Span.Start)),
        (End, FromTime(window.Span.End)),
        (Last, window.Last),
        (Value, TableValue.From(window.Write(json).Span)));

    private static OpenWindow<TState> ReadWindow<TState>(TableValue value)
    {
        var map = value.GetMap();
        return new OpenWindow<TState>(new Interval(ToTime(map[Start]), ToTime(map[End])), map[Last].GetString(), map[Value].GetBytes());
    }

    private static TableValue WriteResult(PendingResult result) => MapOf(
        (Id, result.Id),
        (Key, result.Key),
        (End, FromTime(result.Time)),
        (Value, TableValue.From(result.Body.Span)));

    private static PendingResult ReadResult(TableValue value)
    {
        var map = value.GetMap();
        return new PendingResult(map[Id].GetString(), map[Value].GetBytes(), map[Key].GetString(), ToTime(map[End]));
    }

    private static TableValue WriteMark(DueMark mark) => MapOf((Key, mark.Partition), (End, FromTime(mark.At)));

    private static DueMark? ReadMark(TableValue? value) =>
        value?.GetMap() is { } map ? new DueMark(map[Key].GetString(), ToTime(map[End])) : null;

    private static TableValue MapOf(params (string Name, TableValue Value)[] members) =>
        TableValue.MapOf(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));

    private static TableValue FromTime(DateTimeOffset time) => time.UtcTicks;

    private static DateTimeOffset ToTime(TableValue ticks) => new(ticks.GetInt64(), TimeSpan.Zero);
}
