using System.Globalization;

namespace Patterns.Local.Services.Sqs.Settings;

/// <summary>One attribute of a queue as the API names it: how it is set and how it reads.</summary>
/// <param name="Read">The value, or null where the queue has none.</param>
/// <param name="Write">The settings with the new value; throws where the value is not allowed.</param>
internal sealed record QueueAttribute(
    string Name, Func<QueueSettings, string?> Read, Func<QueueSettings, string, QueueSettings> Write)
{
    public bool IsFifoOnly { get; init; }

    public static QueueAttribute Seconds(string name, int minimum, int maximum, Func<QueueSettings, TimeSpan> read, Func<QueueSettings, TimeSpan, QueueSettings> write) =>
        Integer(name, minimum, maximum, settings => (int)read(settings).TotalSeconds, (settings, value) => write(settings, TimeSpan.FromSeconds(value)));

    public static QueueAttribute Integer(string name, int minimum, int maximum, Func<QueueSettings, int> read, Func<QueueSettings, int, QueueSettings> write) => new(
        name,
        settings => read(settings).ToString(CultureInfo.InvariantCulture),
        (settings, text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? write(settings, value)
            : throw SqsErrors.InvalidAttributeValue(name));

    public static QueueAttribute Boolean(string name, Func<QueueSettings, bool> read, Func<QueueSettings, bool, QueueSettings> write) => new(
        name,
        settings => read(settings) ? "true" : "false",
        (settings, text) => bool.TryParse(text, out var value) ? write(settings, value) : throw SqsErrors.InvalidAttributeValue(name));

    /// <summary>A text that an empty value removes.</summary>
    public static QueueAttribute Optional(string name, Func<QueueSettings, string?> read, Func<QueueSettings, string?, QueueSettings> write) => new(
        name, read, (settings, text) => write(settings, text.Length == 0 ? null : text));

    public static QueueAttribute OneOf(string name, string[] values, Func<QueueSettings, string> read, Func<QueueSettings, string, QueueSettings> write) => new(
        name, read, (settings, text) => values.Contains(text) ? write(settings, text) : throw SqsErrors.InvalidAttributeValue(name));
}
