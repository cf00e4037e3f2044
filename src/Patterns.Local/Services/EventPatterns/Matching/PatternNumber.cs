using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>A JSON number compared by value: exactly within the range of decimal, as a double beyond.</summary>
internal readonly struct PatternNumber : IComparable<PatternNumber>, IEquatable<PatternNumber>
{
    private readonly decimal _exact;
    private readonly double _approximate;
    private readonly bool _isExact;

    public PatternNumber(decimal value)
    {
        _exact = value;
        _approximate = (double)value;
        _isExact = true;
    }

    public PatternNumber(double value) => _approximate = value;

    public static PatternNumber Of(JsonElement number) =>
        number.TryGetDecimal(out var exact) ? new PatternNumber(exact) : Parse(number.GetRawText());

    public static PatternNumber Of(ReadOnlySpan<byte> json) => Parse(Encoding.UTF8.GetString(json));

    public static bool TryParse(string text, out PatternNumber number)
    {
        var isExact = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact);
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var approximate);
        number = isExact ? new PatternNumber(exact) : new PatternNumber(approximate);
        return isExact || (isNumber && double.IsFinite(approximate));
    }

    public int CompareTo(PatternNumber other) => _isExact && other._isExact
        ? _exact.CompareTo(other._exact)
        : _approximate.CompareTo(other._approximate);

    public bool Equals(PatternNumber other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is PatternNumber other && Equals(other);

    public override int GetHashCode() => _approximate.GetHashCode();

    private static PatternNumber Parse(string text) =>
        TryParse(text, out var number) ? number : new PatternNumber(double.PositiveInfinity);
}
