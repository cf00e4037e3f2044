using Patterns.Tables;

namespace Patterns.Periodical.Internal;

/// <summary>Where ticks are kept.</summary>
internal sealed class TickLayout(string name)
{
    public TableKey Head { get; } = new($"{name}/periodical", "head");

    public string Ticks { get; } = $"{name}/ticks";

    public static string Text(DateTimeOffset tick) => $"{tick.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";

    public TableKey Tick(DateTimeOffset tick) => new(Ticks, Text(tick));
}
