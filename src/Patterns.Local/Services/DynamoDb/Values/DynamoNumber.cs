using System.Text;

namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>An exact decimal number of up to 38 significant digits. One value has one form, so that 1 equals 1.0.</summary>
internal readonly struct DynamoNumber : IEquatable<DynamoNumber>, IComparable<DynamoNumber>
{
    public const int MaxDigits = 38;
    public const int MaxMagnitude = 125;
    public const int MinMagnitude = -130;

    // Without trailing zeros; 0 for zero.
    private readonly UInt128 _coefficient;
    private readonly short _exponent;
    private readonly byte _digits;
    private readonly bool _isNegative;

    private DynamoNumber(bool isNegative, UInt128 coefficient, int exponent, int digits) =>
        (_isNegative, _coefficient, _exponent, _digits) = (isNegative, coefficient, (short)exponent, (byte)digits);

    public static DynamoNumber Zero => default;

    public bool IsZero => _digits == 0;

    public bool IsNegative => _isNegative;

    /// <summary>The digits without leading and trailing zeros, as an integer.</summary>
    public UInt128 Coefficient => _coefficient;

    /// <summary>How many digits <see cref="Coefficient"/> has; 0 for zero.</summary>
    public int Digits => _digits;

    /// <summary>The power of ten by which <see cref="Coefficient"/> is multiplied.</summary>
    public int Exponent => _exponent;

    /// <summary>The size in bytes as the service counts it: a byte for each two digits, one for the exponent and one for a minus.</summary>
    public int Size => IsZero ? 1 : 1 + CountPairs() + (IsNegative ? 1 : 0);

    // The exponent of the first digit.
    private int Magnitude => _exponent + _digits - 1;

    public static DynamoNumber operator +(DynamoNumber left, DynamoNumber right) => NumberSum.Add(left, right);

    public static DynamoNumber operator -(DynamoNumber left, DynamoNumber right) => NumberSum.Add(left, -right);

    public static DynamoNumber operator -(DynamoNumber number) =>
        new(!number.IsZero && !number._isNegative, number._coefficient, number._exponent, number._digits);

    /// <exception cref="AwsException"><c>ValidationException</c>: the text is no number, or out of range.</exception>
    public static DynamoNumber Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Parse(string)"/>
    public static DynamoNumber Parse(ReadOnlySpan<byte> text) => NumberParser.Parse(text);

    public static DynamoNumber Of(long value) => Create(value < 0, value < 0 ? (UInt128)(-(Int128)value) : (UInt128)value, 0);

    /// <summary>Brings the number into its one form.</summary>
    /// <exception cref="AwsException"><c>ValidationException</c>: out of range.</exception>
    public static DynamoNumber Create(bool isNegative, UInt128 coefficient, int exponent)
    {
        if (coefficient == 0)
        {
            return Zero;
        }

        while (TryDropZero(ref coefficient))
        {
            exponent++;
        }

        return CreateNormal(isNegative, coefficient, exponent, PowersOfTen.CountDigits(coefficient));
    }

    /// <summary>A number whose coefficient has no trailing zeros.</summary>
    /// <exception cref="AwsException"><c>ValidationException</c>: out of range.</exception>
    public static DynamoNumber CreateNormal(bool isNegative, UInt128 coefficient, int exponent, int digits) =>
        (exponent + digits - 1) switch
        {
            > MaxMagnitude => throw ValueErrors.NumberOverflow(),
            < MinMagnitude => throw ValueErrors.NumberUnderflow(),
            _ when digits > MaxDigits => throw ValueErrors.TooManyDigits(),
            _ => new DynamoNumber(isNegative, coefficient, exponent, digits),
        };

    /// <summary>Writes the number in UTF-8 without an exponent and returns the length; <see cref="NumberText.MaxLength"/> bytes suffice.</summary>
    public int Format(Span<byte> target) => NumberText.Format(this, target);

    public int CompareTo(DynamoNumber other)
    {
        if (Sign() != other.Sign())
        {
            return Sign() - other.Sign();
        }

        var order = _exponent == other._exponent ? _coefficient.CompareTo(other._coefficient) : CompareMagnitude(other);
        return _isNegative ? -order : order;
    }

    public bool Equals(DynamoNumber other) =>
        _coefficient == other._coefficient && _exponent == other._exponent && _isNegative == other._isNegative;

    public override bool Equals(object? obj) => obj is DynamoNumber other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_coefficient, _exponent, _isNegative);

    public override string ToString()
    {
        Span<byte> text = stackalloc byte[NumberText.MaxLength];
        return Encoding.ASCII.GetString(text[..Format(text)]);
    }

    private static bool TryDropZero(ref UInt128 coefficient)
    {
        if (coefficient <= ulong.MaxValue)
        {
            var (small, digit) = Math.DivRem((ulong)coefficient, 10);
            coefficient = digit == 0 ? small : coefficient;
            return digit == 0;
        }

        var (quotient, remainder) = UInt128.DivRem(coefficient, 10);
        coefficient = remainder == 0 ? quotient : coefficient;
        return remainder == 0;
    }

    private int Sign() => IsZero ? 0 : _isNegative ? -1 : 1;

    private int CompareMagnitude(DynamoNumber other) =>
        Magnitude != other.Magnitude ? Magnitude - other.Magnitude : Aligned().CompareTo(other.Aligned());

    private UInt128 Aligned() => _coefficient * PowersOfTen.At(MaxDigits - _digits);

    // The service keeps two digits in a byte, in pairs from the decimal point.
    private int CountPairs()
    {
        var startsInsidePair = Magnitude % 2 == 0;
        return startsInsidePair ? 1 + (_digits / 2) : (_digits + 1) / 2;
    }
}
