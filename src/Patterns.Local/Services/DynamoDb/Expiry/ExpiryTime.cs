using System.Globalization;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expiry;

/// <summary>The time in an item's attribute, by the service's rules.</summary>
internal static class ExpiryTime
{
    private const int OldestYears = 5;

    /// <summary>Seconds since 1970; null where the attribute is no number or names a time more than five years ago.</summary>
    public static long? Of(AttributeValue? value, DateTimeOffset now) =>
        value is NumberValue number
        && decimal.TryParse(number.Number.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= now.AddYears(-OldestYears).ToUnixTimeSeconds()
        && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? (long)seconds
            : null;
}
