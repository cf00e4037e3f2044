using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Values;

public sealed class AttributeValuePropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60);

    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ":", ",", "\"S\"", "\"N\"", "\"M\"", "\"L\"", "\"SS\"", "\"NS\"", "\"BS\"", "\"B\"", "\"BOOL\"", "\"NULL\"", "\"AQ==\"",
        "\"1\"", "\"\"", "1", "1.5", "true", "false", "null", "\"\\ud800\"", "{\"S\":", "{\"L\":[", "{\"M\":{\"a\":", "]}", "}}",
    ];

    [Fact]
    public void A_value_survives_the_way_through_json() =>
        Prop.ForAll(AttributeValueGen.Values.ToArbitrary(), value => ValueJson.Value(ValueJson.Text(value)).Equals(value)).Check(Runs);

    [Fact]
    public void An_item_survives_the_way_through_json_with_its_size() =>
        Prop.ForAll(AttributeValueGen.Items.ToArbitrary(), item =>
        {
            var read = ValueJson.Item(ValueJson.Text(item));
            return read.Equals(item) && read.Size == item.Size && read.GetHashCode() == item.GetHashCode();
        }).Check(Runs);

    [Fact]
    public void The_order_of_strings_is_that_of_their_utf8_bytes() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((left, right) =>
        {
            var (one, other) = (Valid(left.Get), Valid(right.Get));
            var expected = Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));
            return Math.Sign(AttributeOrder.Instance.Compare(new StringValue(one), new StringValue(other))) == Math.Sign(expected);
        }).Check(Runs);

    [Fact]
    public void Union_and_difference_of_sets_obey_their_laws() =>
        Prop.ForAll(AttributeValueGen.Sets.ToArbitrary(), AttributeValueGen.Sets.ToArbitrary(), (left, right) =>
        {
            var (one, other) = ((SetValue)left, (SetValue)right);
            if (one.Type != other.Type)
            {
                return !one.Equals(other);
            }

            var union = one.Union(other);
            return union.Equals(other.Union(one)) && union.Elements.All(element => one.Contains(element) || other.Contains(element))
                && (union.Except(other)?.Elements.All(element => one.Contains(element) && !other.Contains(element)) ?? other.Union(one).Equals(other));
        }).Check(Runs);

    [Fact]
    public void Random_pieces_of_json_are_a_value_or_an_error_for_the_client() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements(Fragments)).ToArbitrary(), pieces => IsValueOrError(Encoding.UTF8.GetBytes(string.Concat(pieces)))).Check(Runs);

    [Fact]
    public void Random_bytes_are_a_value_or_an_error_for_the_client() =>
        Prop.ForAll<byte[]>(bytes => IsValueOrError(bytes)
            && IsValueOrError([.. "{\"S\":\""u8, .. bytes, .. "\"}"u8])
            && IsValueOrError([.. "{\"N\":\""u8, .. bytes, .. "\"}"u8])
            && IsValueOrError([.. "{\"B\":\""u8, .. bytes, .. "\"}"u8])).Check(Runs);

    private static bool IsValueOrError(byte[] json)
    {
        try
        {
            return ValueJson.Value(json).Size >= 0;
        }
        catch (JsonException)
        {
            return true;
        }
        catch (AwsException error)
        {
            return error.Code is "ValidationException" or "SerializationException";
        }
    }

    // Lone surrogates have no UTF-8 form.
    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
