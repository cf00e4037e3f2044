using System.Buffers;
using System.Globalization;
using System.Text;

namespace Patterns.Local.Services.StepFunctions.Data;

/// <summary>A number; it keeps the digits that it was written with.</summary>
internal sealed class NumberData : JsonData
{
    private readonly string _literal;

    private NumberData(string literal) => _literal = literal;

    public NumberData(long value)
        : this(value.ToString(CultureInfo.InvariantCulture))
    {
    }

    public NumberData(double value)
        : this(value.ToString("R", CultureInfo.InvariantCulture))
    {
    }

    public override int ByteCount => _literal.Length;

    public double Value => double.Parse(_literal, CultureInfo.InvariantCulture);

    /// <param name="literal">A number as JSON writes it.</param>
    public static NumberData FromLiteral(string literal) => new(literal);

    /// <summary>The whole number, if it is one: <c>3</c>, <c>3.0</c> and <c>3e0</c> are.</summary>
    public bool TryGetInteger(out long value)
    {
        if (long.TryParse(_literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        var isWhole = TryGetDecimal(out var number) && number == decimal.Truncate(number)
            && number is >= long.MinValue and <= long.MaxValue;
        value = isWhole ? (long)number : 0;
        return isWhole;
    }

    public int Compare(NumberData other) =>
        TryGetDecimal(out var left) && other.TryGetDecimal(out var right)
            ? left.CompareTo(right)
            : Value.CompareTo(other.Value);

    public override bool IsSameAs(JsonData other) =>
        other is NumberData that && (that._literal == _literal || Compare(that) == 0);

    public override void WriteTo(IBufferWriter<byte> buffer) => Encoding.UTF8.GetBytes(_literal, buffer);

    private bool TryGetDecimal(out decimal value) =>
        decimal.TryParse(_literal, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
