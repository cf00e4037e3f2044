using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Values;

public sealed class NumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("0.000", "0")]
    [InlineData("0e999", "0")]
    [InlineData("00012", "12")]
    [InlineData("+7", "7")]
    [InlineData("-7", "-7")]
    [InlineData("1.50", "1.5")]
    [InlineData("1.0", "1")]
    [InlineData("100", "100")]
    [InlineData("1e2", "100")]
    [InlineData("1E+2", "100")]
    [InlineData("123.4500e-2", "1.2345")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("-0.00123", "-0.00123")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("1234567890123456789", "1234567890123456789")]
    [InlineData("999999999999999999", "999999999999999999")]
    [InlineData("99999999999999999999999999999999999999", "99999999999999999999999999999999999999")]
    [InlineData("0.12345678901234567890123456789012345678", "0.12345678901234567890123456789012345678")]
    [InlineData("1.2345678901234567890123456789012345678", "1.2345678901234567890123456789012345678")]
    [InlineData("100000000000000000000000000000000000000000", "100000000000000000000000000000000000000000")]
    public void A_number_is_returned_in_its_normal_form(string sent, string returned) =>
        Assert.Equal(returned, DynamoNumber.Parse(sent).ToString());

    [Fact]
    public void The_largest_and_the_smallest_numbers_fit()
    {
        var digits = new string('9', 38);

        Assert.Equal(digits + new string('0', 88), DynamoNumber.Parse("9.9999999999999999999999999999999999999E+125").ToString());
        Assert.Equal($"-0.{new string('0', 129)}1", DynamoNumber.Parse("-1E-130").ToString());
        Assert.Equal($"-0.{new string('0', 129)}{digits}", DynamoNumber.Parse($"-{digits}E-167").ToString());
    }

    [Theory]
    [InlineData("", "The parameter cannot be converted to a numeric value")]
    [InlineData("abc", "The parameter cannot be converted to a numeric value: abc")]
    [InlineData("1 ", "The parameter cannot be converted to a numeric value: 1 ")]
    [InlineData(" 1", "The parameter cannot be converted to a numeric value:  1")]
    [InlineData("-", "The parameter cannot be converted to a numeric value: -")]
    [InlineData(".", "The parameter cannot be converted to a numeric value: .")]
    [InlineData("1e", "The parameter cannot be converted to a numeric value: 1e")]
    [InlineData("1e+", "The parameter cannot be converted to a numeric value: 1e+")]
    [InlineData("--1", "The parameter cannot be converted to a numeric value: --1")]
    [InlineData("1.2.3", "The parameter cannot be converted to a numeric value: 1.2.3")]
    [InlineData("0x10", "The parameter cannot be converted to a numeric value: 0x10")]
    [InlineData("NaN", "The parameter cannot be converted to a numeric value: NaN")]
    [InlineData("Infinity", "The parameter cannot be converted to a numeric value: Infinity")]
    [InlineData("1,5", "The parameter cannot be converted to a numeric value: 1,5")]
    [InlineData("1e99999999999", "The parameter cannot be converted to a numeric value: 1e99999999999")]
    [InlineData("1e126", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("-1e126", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("10e125", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("1e2147483647", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("1e-131", "Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    [InlineData("-1e-131", "Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    [InlineData("123456789012345678901234567890123456789", "Attempting to store more than 38 significant digits in a Number")]
    [InlineData("-1.23456789012345678901234567890123456789", "Attempting to store more than 38 significant digits in a Number")]
    [InlineData("1.00000000000000000000000000000000000001", "Attempting to store more than 38 significant digits in a Number")]
    public void A_text_that_is_no_number_in_range_is_refused(string text, string message)
    {
        var error = Assert.Throws<AwsException>(() => DynamoNumber.Parse(text));

        Assert.Equal(("ValidationException", message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("100", "1e2")]
    [InlineData("-0", "0")]
    [InlineData("0.10", "1e-1")]
    public void Numbers_of_one_value_are_equal_however_they_are_written(string one, string other)
    {
        Assert.Equal(DynamoNumber.Parse(one), DynamoNumber.Parse(other));
        Assert.Equal(DynamoNumber.Parse(one).GetHashCode(), DynamoNumber.Parse(other).GetHashCode());
    }

    [Fact]
    public void Numbers_are_ordered_by_value()
    {
        string[] ordered = ["-1e125", "-11", "-10.5", "-10", "-2", "-1", "-0.1", "-1e-130", "0", "1e-130", "0.09", "0.1", "1", "1.01", "2", "9", "10", "11", "99999999999999999999999999999999999999", "1e38", "1e125"];

        Assert.Equal(ordered, ordered.Reverse().OrderBy(DynamoNumber.Parse));
    }

    [Theory]
    [InlineData("0.1", "0.2", "0.3")]
    [InlineData("1", "-1", "0")]
    [InlineData("0", "5", "5")]
    [InlineData("5", "0", "5")]
    [InlineData("1e37", "1", "10000000000000000000000000000000000001")]
    [InlineData("1e38", "-1", "99999999999999999999999999999999999999")]
    [InlineData("-1e38", "1", "-99999999999999999999999999999999999999")]
    [InlineData("99999999999999999999999999999999999999", "1", "100000000000000000000000000000000000000")]
    [InlineData("99999999999999999999999999999999999999", "99999999999999999999999999999999999991", "199999999999999999999999999999999999990")]
    [InlineData("-3", "1", "-2")]
    [InlineData("3", "-5", "-2")]
    [InlineData("123.456", "0.544", "124")]
    [InlineData("1e125", "1e124", "110000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    public void A_sum_is_exact(string left, string right, string sum)
    {
        Assert.Equal(sum, (DynamoNumber.Parse(left) + DynamoNumber.Parse(right)).ToString());
        Assert.Equal(DynamoNumber.Parse(left), DynamoNumber.Parse(sum) - DynamoNumber.Parse(right));
    }

    [Theory]
    [InlineData("9e125", "9e125", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("1e38", "1", "Attempting to store more than 38 significant digits in a Number")]
    [InlineData("1e100", "1", "Attempting to store more than 38 significant digits in a Number")]
    [InlineData("1", "1e-38", "Attempting to store more than 38 significant digits in a Number")]
    [InlineData("1e39", "-1", "Attempting to store more than 38 significant digits in a Number")]
    [InlineData("99999999999999999999999999999999999999", "0.1", "Attempting to store more than 38 significant digits in a Number")]
    public void A_sum_that_does_not_fit_is_refused(string left, string right, string message)
    {
        var error = Assert.Throws<AwsException>(() => DynamoNumber.Parse(left) + DynamoNumber.Parse(right));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1", 2)]
    [InlineData("-1", 3)]
    [InlineData("12", 2)]
    [InlineData("123", 3)]
    [InlineData("1234", 3)]
    [InlineData("100", 2)]
    [InlineData("110", 3)]
    [InlineData("0.1", 2)]
    [InlineData("0.12", 2)]
    [InlineData("1.2", 3)]
    [InlineData("99999999999999999999999999999999999999", 20)]
    public void The_size_of_a_number_is_a_byte_for_each_pair_of_digits_and_one_more(string number, int size) =>
        Assert.Equal(size, DynamoNumber.Parse(number).Size);
}
