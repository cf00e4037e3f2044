using System.Text;

namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>Reads the text of a number: sign, digits with or without a point, exponent.</summary>
internal ref struct NumberParser
{
    private const int SmallDigits = 18;

    private readonly ReadOnlySpan<byte> _text;
    private int _at;
    private UInt128 _coefficient;
    private long _digits;
    private long _zeros;
    private long _decimals;

    private NumberParser(ReadOnlySpan<byte> text) => _text = text;

    public static DynamoNumber Parse(ReadOnlySpan<byte> text)
    {
        if (TryReadSmall(text, out var small))
        {
            return DynamoNumber.Of(small);
        }

        return text.IsEmpty ? throw ValueErrors.NoNumber() : new NumberParser(text).ParseAny();
    }

    private static bool TryReadSmall(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > SmallDigits)
        {
            return false;
        }

        foreach (var character in text)
        {
            var digit = character - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return true;
    }

    private DynamoNumber ParseAny()
    {
        var isNegative = ReadSign();
        var hasDigits = ReadDigits(isFraction: false);
        if (TryRead('.'))
        {
            hasDigits |= ReadDigits(isFraction: true);
        }

        var power = hasDigits ? ReadExponent() : throw Malformed();
        if (_at < _text.Length)
        {
            throw Malformed();
        }

        return _digits == 0 ? DynamoNumber.Zero : Create(isNegative, power - _decimals + _zeros);
    }

    private readonly DynamoNumber Create(bool isNegative, long exponent) => DynamoNumber.CreateNormal(
        isNegative, _coefficient, (int)Math.Clamp(exponent, int.MinValue / 2, int.MaxValue / 2), (int)Math.Min(_digits, int.MaxValue / 2));

    private bool ReadSign()
    {
        var isNegative = TryRead('-');
        if (!isNegative)
        {
            TryRead('+');
        }

        return isNegative;
    }

    private bool ReadDigits(bool isFraction)
    {
        var start = _at;
        for (; _at < _text.Length && char.IsAsciiDigit((char)_text[_at]); _at++)
        {
            AddDigit(_text[_at] - '0');
        }

        _decimals += isFraction ? _at - start : 0;
        return _at > start;
    }

    // Zeros count only when another digit follows them.
    private void AddDigit(int digit)
    {
        if (digit == 0)
        {
            _zeros += _digits > 0 ? 1 : 0;
            return;
        }

        _digits += _zeros + 1;
        if (_digits <= DynamoNumber.MaxDigits)
        {
            _coefficient = (_coefficient * PowersOfTen.At((int)_zeros + 1)) + (UInt128)digit;
        }

        _zeros = 0;
    }

    private int ReadExponent()
    {
        if (!TryRead('e') && !TryRead('E'))
        {
            return 0;
        }

        var isNegative = ReadSign();
        var start = _at;
        var exponent = 0L;
        for (; _at < _text.Length && char.IsAsciiDigit((char)_text[_at]); _at++)
        {
            exponent = Math.Min((exponent * 10) + (_text[_at] - '0'), uint.MaxValue);
        }

        return _at == start || exponent > int.MaxValue ? throw Malformed() : (int)(isNegative ? -exponent : exponent);
    }

    private bool TryRead(char expected)
    {
        var isThere = _at < _text.Length && _text[_at] == expected;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private readonly AwsException Malformed() => ValueErrors.NoNumber(Encoding.UTF8.GetString(_text));
}
