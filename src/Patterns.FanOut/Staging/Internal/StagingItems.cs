using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>The items of the coordinator's transactions.</summary>
internal static class StagingItems
{
    public const string State = "stagingState";
    private const string Transaction = "transaction";
    private const string Deadline = "deadline";
    private const string Receivers = "receivers";

    public static TableCondition IsUndecided { get; } = TableCondition.Equal(State, Text(StagingState.Staging));

    public static string Text(StagingState state) => state switch
    {
        StagingState.Staging => "staging",
        StagingState.Committing => "committing",
        _ => "aborting",
    };

    public static TableItem Write(StagingEntry entry, TableKey key) => new(key)
    {
        [Transaction] = entry.Transaction,
        [State] = Text(entry.State),
        [Deadline] = entry.Deadline.ToUnixTimeMilliseconds(),
        [Receivers] = TableValue.SetOf(entry.Receivers),
    };

    public static StagingEntry Read(TableItem item) => new(
        item[Transaction]!.GetString(),
        item[State]!.GetString() switch
        {
            "staging" => StagingState.Staging,
            "committing" => StagingState.Committing,
            "aborting" => StagingState.Aborting,
            var unknown => throw new FormatException($"{item.Key} has the unknown state '{unknown}'."),
        },
        DateTimeOffset.FromUnixTimeMilliseconds(item[Deadline]!.GetInt64()),
        item[Receivers]!.GetStringSet());
}
