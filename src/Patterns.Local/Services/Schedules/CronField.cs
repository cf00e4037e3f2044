using System.Globalization;

namespace Patterns.Local.Services.Schedules;

/// <summary>Reads one field: values, names, ranges, steps and lists of them. Upper case is expected.</summary>
internal sealed record CronField(string Name, int First, int Last)
{
    /// <summary>Names of the values from <see cref="First"/>; they may stand for numbers.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public CronSet Parse(string text) => ParseItems(text.Split(','));

    public CronSet ParseItems(IEnumerable<string> items) => new(First, Last, items.SelectMany(ParseItem));

    /// <exception cref="ScheduleException">It is no value of the field.</exception>
    public int ParseValue(string text)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (text == Names[i])
            {
                return First + i;
            }
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= First && value <= Last
            ? value
            : throw new ScheduleException($"'{text}' is no value of the field '{Name}', which goes from {First} to {Last}");
    }

    private IEnumerable<int> ParseItem(string item)
    {
        var slash = item.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            var (from, to) = ParseRange(item, isStepped: false);
            return Values(from, to, 1);
        }

        if (!int.TryParse(item.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var step) || step < 1 || step > Last)
        {
            throw new ScheduleException($"'{item}' in the field '{Name}' needs a step from 1 to {Last} behind '/'");
        }

        var (first, last) = ParseRange(item[..slash], isStepped: true);
        return Values(first, last, step);
    }

    // A single value with a step goes on to the end of the field.
    private (int From, int To) ParseRange(string text, bool isStepped)
    {
        if (text == "*")
        {
            return (First, Last);
        }

        if (text.Split('-') is [var from, var to])
        {
            return (ParseValue(from), ParseValue(to));
        }

        var value = ParseValue(text);
        return (value, isStepped ? Last : value);
    }

    // A range may go over the end, as FRI-MON does.
    private IEnumerable<int> Values(int from, int to, int step)
    {
        var count = Last - First + 1;
        var length = to >= from ? to - from : to - from + count;
        for (var offset = 0; offset <= length; offset += step)
        {
            yield return First + ((from - First + offset) % count);
        }
    }
}
