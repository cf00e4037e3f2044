using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Values;

public sealed class AttributeValueJsonTests
{
    private const string Parameters = "One or more parameter values were invalid: ";

    [Theory]
    [InlineData("""{"S":"text"}""")]
    [InlineData("""{"S":""}""")]
    [InlineData("""{"S":"ü€"}""")]
    [InlineData("""{"N":"-12.5"}""")]
    [InlineData("""{"B":"AQID"}""")]
    [InlineData("""{"B":""}""")]
    [InlineData("""{"BOOL":true}""")]
    [InlineData("""{"BOOL":false}""")]
    [InlineData("""{"NULL":true}""")]
    [InlineData("""{"SS":["","a","b"]}""")]
    [InlineData("""{"NS":["-3","1","2.5"]}""")]
    [InlineData("""{"BS":["AQ==","Ag=="]}""")]
    [InlineData("""{"L":[]}""")]
    [InlineData("""{"M":{}}""")]
    [InlineData("""{"L":[{"S":"a"},{"N":"1"},{"L":[{"NULL":true}]}]}""")]
    [InlineData("""{"M":{"a":{"S":"b"},"ü":{"M":{"x":{"BOOL":false}}}}}""")]
    public void A_value_is_written_as_it_was_read(string json) => Assert.Equal(json, ValueJson.Text(ValueJson.Value(json)));

    [Theory]
    [InlineData("""{"N":"1.0"}""", """{"N":"1"}""")]
    [InlineData("""{"N":"1\u0030"}""", """{"N":"10"}""")]
    [InlineData("""{"NS":["1e1","2"]}""", """{"NS":["2","10"]}""")]
    [InlineData("""{"SS":["b","😀","ü","ab","a","€",""]}""", """{"SS":["","a","ab","b","ü","€","\uD83D\uDE00"]}""")]
    [InlineData("""{"NS":["10","9","-1e2","0.5"]}""", """{"NS":["-100","0.5","9","10"]}""")]
    [InlineData("""{"BS":["/w==","AQE=","AQ=="]}""", """{"BS":["AQ==","AQE=","/w=="]}""")]
    [InlineData("""{"BOOL":"true"}""", """{"BOOL":true}""")]
    [InlineData("""{"BOOL":"no"}""", """{"BOOL":false}""")]
    [InlineData("""{"NULL":"1"}""", """{"NULL":true}""")]
    [InlineData("""{"S":"a","N":null,"X":[1,{"y":2}]}""", """{"S":"a"}""")]
    [InlineData("""{"S":"\u00fc\n"}""", """{"S":"ü\n"}""")]
    [InlineData("""{"S":"😀"}""", """{"S":"\uD83D\uDE00"}""")]
    [InlineData("""{"\u0053":"a"}""", """{"S":"a"}""")]
    [InlineData("""{"M":{"a":{"S":"1"},"a":{"S":"2"}}}""", """{"M":{"a":{"S":"2"}}}""")]
    public void A_value_is_written_in_its_normal_form(string sent, string returned) => Assert.Equal(returned, ValueJson.Text(ValueJson.Value(sent)));

    [Theory]
    [InlineData("""{}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"X":"a"}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"S":null}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"L":[{}]}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"M":{"a":null}}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"S":"a","N":"1"}""", "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [InlineData("""{"S":"a","N":""}""", "The parameter cannot be converted to a numeric value")]
    [InlineData("""{"N":"abc"}""", "The parameter cannot be converted to a numeric value: abc")]
    [InlineData("""{"NS":["1","b"]}""", "The parameter cannot be converted to a numeric value: b")]
    [InlineData("""{"NS":["1",""]}""", "The parameter cannot be converted to a numeric value")]
    [InlineData("""{"NS":["1","1.0"]}""", "Input collection contains duplicates")]
    [InlineData("""{"SS":["a","a"]}""", Parameters + "Input collection [a, a] contains duplicates.")]
    [InlineData("""{"SS":["1","2","3","4","5","6","7","8","9","1"]}""", Parameters + "Input collection [1, 2, 3, 4, 5, 6, 7, 8, 9, 1] contains duplicates.")]
    [InlineData("""{"BS":["Yg==","Yg=="]}""", Parameters + "Input collection [Yg==, Yg==]of type BS contains duplicates.")]
    [InlineData("""{"SS":[]}""", Parameters + "An string set  may not be empty")]
    [InlineData("""{"NS":[]}""", Parameters + "An number set  may not be empty")]
    [InlineData("""{"BS":[]}""", Parameters + "Binary sets should not be empty")]
    [InlineData("""{"NULL":false}""", Parameters + "Null attribute value types must have the value of true")]
    public void A_value_that_breaks_a_rule_is_refused(string json, string message) => Refuses("ValidationException", message, json);

    [Theory]
    [InlineData("""{"S":1}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"S":1.5}""", "DECIMAL_VALUE cannot be converted to String")]
    [InlineData("""{"N":1}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"S":true}""", "TRUE_VALUE cannot be converted to String")]
    [InlineData("""{"N":false}""", "FALSE_VALUE cannot be converted to String")]
    [InlineData("""{"S":[]}""", "Unrecognized collection type class java.lang.String")]
    [InlineData("""{"S":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"S":"\ud800"}""", "The text is no valid UTF-8")]
    [InlineData("""{"B":true}""", "only base-64-encoded strings are convertible to bytes")]
    [InlineData("""{"B":[]}""", "Unrecognized collection type class java.nio.ByteBuffer")]
    [InlineData("""{"B":"abc"}""", "Base64 encoded length is expected a multiple of 4 bytes but found: 3")]
    [InlineData("""{"B":"ab*="}""", "Invalid last non-pad Base64 character dectected")]
    [InlineData("""{"BOOL":1}""", "NUMBER_VALUE cannot be converted to Boolean")]
    [InlineData("""{"BOOL":"maybe"}""", "Unexpected token received from parser")]
    [InlineData("""{"SS":"a"}""", "Unexpected field type")]
    [InlineData("""{"SS":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"L":1}""", "Unexpected field type")]
    [InlineData("""{"L":[1]}""", "Unexpected value type in payload")]
    [InlineData("""{"M":1}""", "Unexpected field type")]
    [InlineData("""{"M":[]}""", "Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>")]
    [InlineData("""{"M":{"a":[]}}""", "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue")]
    [InlineData("\"a\"", "Unexpected value type in payload")]
    public void A_value_of_the_wrong_json_type_is_refused(string json, string message) => Refuses("SerializationException", message, json);

    [Fact]
    public void A_value_nests_32_levels_and_no_more()
    {
        var deepest = ValueJson.Value(Nested(31));

        Assert.Equal(32, deepest.Depth);
        Refuses("ValidationException", "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit", Nested(32));
    }

    [Fact]
    public void An_item_reads_and_writes_its_attributes()
    {
        const string Json = """{"pk":{"S":"a"},"a name longer than the names that are shared by all items":{"N":"1"},"\"":{"NULL":true}}""";

        var item = ValueJson.Item(Json);

        Assert.Equal(Json, ValueJson.Text(item));
        Assert.Equal(new StringValue("a"), item["pk"]);
        Assert.Null(item["sk"]);
    }

    [Fact]
    public void Items_share_the_strings_of_their_names() => Assert.Same(
        Assert.Single(ValueJson.Item("""{"shared":{"S":"a"}}""").Attributes).Key,
        Assert.Single(ValueJson.Item("""{"shared":{"S":"b"}}""").Attributes).Key);

    private static string Nested(int levels) =>
        $"{string.Concat(Enumerable.Repeat("""{"M":{"n":""", levels))}{"""{"S":"leaf"}"""}{string.Concat(Enumerable.Repeat("}}", levels))}";

    private static void Refuses(string code, string message, string json)
    {
        var error = Assert.Throws<AwsException>(() => ValueJson.Value(json));
        Assert.Equal((code, message), (error.Code, error.Message));
    }
}
