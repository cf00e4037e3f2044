using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Values;

public sealed class NumberPropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(100);

    private static readonly Gen<BigInteger> Coefficients =
        from length in Gen.Choose(1, 38)
        from digits in Gen.ArrayOf(Gen.Choose(0, 9), length)
        from isNegative in Gen.Elements(true, false)
        let magnitude = BigInteger.Parse(string.Concat(digits))
        select isNegative ? -magnitude : magnitude;

    private static readonly Gen<(BigInteger Coefficient, int Exponent)> Decimals =
        from coefficient in Coefficients
        from exponent in Gen.Choose(-60, 60)
        select (coefficient, exponent);

    [Fact]
    public void Addition_agrees_with_exact_integers_or_is_refused_for_its_digits() =>
        Prop.ForAll(Decimals.ToArbitrary(), Decimals.ToArbitrary(), (left, right) =>
        {
            var expected = Scaled(left) + Scaled(right);
            var digits = BigInteger.Abs(expected).ToString().TrimEnd('0').Length;

            return digits > DynamoNumber.MaxDigits
                ? Refuses(() => Number(left) + Number(right))
                : Scaled(Number(left) + Number(right)) == expected;
        }).Check(Runs);

    [Fact]
    public void Subtraction_undoes_addition() =>
        Prop.ForAll(Coefficients.ToArbitrary(), Gen.Choose(-1000, 1000).ToArbitrary(), (large, small) =>
        {
            var (left, right) = (Number((large / 1000, 0)), DynamoNumber.Of(small));
            return (left + right - right).Equals(left);
        }).Check(Runs);

    [Fact]
    public void Addition_commutes() =>
        Prop.ForAll(Decimals.ToArbitrary(), Decimals.ToArbitrary(), (left, right) =>
            Outcome(() => Number(left) + Number(right)) == Outcome(() => Number(right) + Number(left))).Check(Runs);

    [Fact]
    public void Order_and_equality_agree_with_exact_integers() =>
        Prop.ForAll(Decimals.ToArbitrary(), Decimals.ToArbitrary(), (left, right) =>
        {
            var order = Scaled(left).CompareTo(Scaled(right));
            return Math.Sign(Number(left).CompareTo(Number(right))) == Math.Sign(order) && Number(left).Equals(Number(right)) == (order == 0);
        }).Check(Runs);

    [Fact]
    public void Arithmetic_agrees_with_decimal() =>
        Prop.ForAll<int, int, byte>((left, right, scale) =>
        {
            var (one, other) = (left / Power(scale % 7), right / Power(scale % 5));
            return (DynamoNumber.Parse($"{one}") + DynamoNumber.Parse($"{other}")).Equals(DynamoNumber.Parse($"{one + other}"));
        }).Check(Runs);

    [Fact]
    public void Text_reads_back_as_the_same_number() =>
        Prop.ForAll(Decimals.ToArbitrary(), source =>
        {
            var number = Number(source);
            return DynamoNumber.Parse(number.ToString()).Equals(number) && Scaled(number) == Scaled(source);
        }).Check(Runs);

    [Fact]
    public void Leading_and_trailing_zeros_change_nothing() =>
        Prop.ForAll(Decimals.ToArbitrary(), Gen.Choose(0, 60).ToArbitrary(), (source, zeros) =>
        {
            var digits = BigInteger.Abs(source.Coefficient).ToString();
            var text = $"{(source.Coefficient.Sign < 0 ? "-" : "")}{new string('0', zeros)}{digits}.{new string('0', zeros)}E{source.Exponent}";
            return DynamoNumber.Parse(text).Equals(Number(source));
        }).Check(Runs);

    [Fact]
    public void Random_text_is_a_number_or_a_validation_error() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements("0", "1", "9", "00", ".", "-", "+", "e", "E", "12", "99999999", "x", " ")).ToArbitrary(), pieces =>
        {
            var text = string.Concat(pieces);
            try
            {
                return DynamoNumber.Parse(DynamoNumber.Parse(text).ToString()).Equals(DynamoNumber.Parse(text));
            }
            catch (AwsException error)
            {
                return error.Code == "ValidationException";
            }
        }).Check(Runs);

    [Fact]
    public void Random_bytes_are_a_number_or_a_validation_error() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            try
            {
                return DynamoNumber.Parse(bytes).Digits >= 0;
            }
            catch (AwsException error)
            {
                return error.Code == "ValidationException";
            }
        }).Check(Runs);

    private static decimal Power(int exponent) => (decimal)Math.Pow(10, exponent);

    private static DynamoNumber Number((BigInteger Coefficient, int Exponent) source) => DynamoNumber.Parse($"{source.Coefficient}E{source.Exponent}");

    private static BigInteger Scaled((BigInteger Coefficient, int Exponent) source) => source.Coefficient * BigInteger.Pow(10, source.Exponent + 200);

    private static BigInteger Scaled(DynamoNumber number) =>
        (number.IsNegative ? -(BigInteger)number.Coefficient : number.Coefficient) * BigInteger.Pow(10, number.Exponent + 200);

    private static string Outcome(Func<DynamoNumber> compute)
    {
        try
        {
            return compute().ToString();
        }
        catch (AwsException error)
        {
            return error.Message;
        }
    }

    private static bool Refuses(Func<DynamoNumber> compute) => Outcome(compute).StartsWith("Attempting to store more than 38", StringComparison.Ordinal);
}
