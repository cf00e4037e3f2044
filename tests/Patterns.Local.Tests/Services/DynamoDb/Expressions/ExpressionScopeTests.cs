using System.Text;
using System.Text.Json;
using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

public sealed class ExpressionScopeTests
{
    [Fact]
    public void Every_placeholder_must_be_used()
    {
        var scope = Scope("""{"#a":"a","#b":"b"}""", """{":a":1,":b":2,":c":3}""");
        ConditionExpression.Parse(scope, "#a = :b", "ConditionExpression");

        Refuses("Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}", scope.CheckAllUsed);
        ProjectionExpression.Parse(scope, "#b");
        Refuses("Value provided in ExpressionAttributeValues unused in expressions: keys: {:a, :c}", scope.CheckAllUsed);
        UpdateExpression.Parse(scope, "SET x = :a ADD y :c");
        scope.CheckAllUsed();
    }

    [Fact]
    public void All_expressions_of_a_request_share_the_placeholders()
    {
        var scope = Scope("""{"#p":"pk","#f":"f"}""", """{":p":"a",":f":1}""");

        KeyConditionExpression.Parse(scope, "#p = :p", "pk", "sk");
        ConditionExpression.Parse(scope, "#f > :f", "FilterExpression");
        scope.CheckAllUsed();
    }

    [Fact]
    public void The_same_text_takes_the_values_of_its_own_request()
    {
        var item = PlainItem.Parse("""{"a":1,"b":2}""");

        Assert.True(ConditionExpression.Parse(Scope("""{"#x":"a"}""", """{":v":1}"""), "#x = :v", "FilterExpression").Matches(item));
        Assert.False(ConditionExpression.Parse(Scope("""{"#x":"a"}""", """{":v":2}"""), "#x = :v", "FilterExpression").Matches(item));
        Assert.True(ConditionExpression.Parse(Scope("""{"#x":"b"}""", """{":v":2}"""), "#x = :v", "FilterExpression").Matches(item));
    }

    [Fact]
    public void No_placeholders_are_needed() => new ExpressionScope(null, null).CheckAllUsed();

    [Theory]
    [InlineData("{}", null, "ExpressionAttributeNames must not be empty")]
    [InlineData(null, "{}", "ExpressionAttributeValues must not be empty")]
    [InlineData("{}", "{}", "ExpressionAttributeNames must not be empty")]
    [InlineData("""{"a":"a"}""", null, "ExpressionAttributeNames contains invalid key: Syntax error; key: \"a\"")]
    [InlineData("""{"#":"a"}""", null, "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#\"")]
    [InlineData("""{"#a.b":"a"}""", null, "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#a.b\"")]
    [InlineData("""{":a":"a"}""", null, "ExpressionAttributeNames contains invalid key: Syntax error; key: \":a\"")]
    [InlineData("""{"#ü":"a"}""", null, "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#ü\"")]
    [InlineData("""{"":"a"}""", null, "ExpressionAttributeNames contains invalid key: Syntax error; key: \"\"")]
    [InlineData("""{"#a":""}""", null, "ExpressionAttributeNames contains invalid value: Empty attribute name for key #a")]
    [InlineData(null, """{"b":1}""", "ExpressionAttributeValues contains invalid key: Syntax error; key: \"b\"")]
    [InlineData(null, """{":":1}""", "ExpressionAttributeValues contains invalid key: Syntax error; key: \":\"")]
    [InlineData(null, """{"#b":1}""", "ExpressionAttributeValues contains invalid key: Syntax error; key: \"#b\"")]
    public void Malformed_placeholders_are_refused_before_any_expression(string? names, string? values, string message)
    {
        Refuses(message, () => ConditionExpression.Parse(Scope(names, values), "", "ConditionExpression"));
        Refuses(message, () => ProjectionExpression.Parse(Scope(names, values), ""));
        Refuses(message, () => UpdateExpression.Parse(Scope(names, values), ""));
        Refuses(message, () => KeyConditionExpression.Parse(Scope(names, values), "", "pk", null));
        Refuses(message, Scope(names, values).CheckAllUsed);
    }

    [Fact]
    public void A_placeholder_has_at_most_255_bytes()
    {
        var key = new string('a', 255);

        Scope($$"""{"#{{key[1..]}}":"a"}""", null).CheckPlaceholders();
        Refuses(
            "ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long; size of key: 256",
            Scope($$"""{"#{{key}}":"a"}""", null).CheckPlaceholders);
    }

    [Theory]
    [InlineData("""{":b":{}}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{":b":{"NULL":false}}""", "One or more parameter values were invalid: Null attribute value types must have the value of true")]
    [InlineData("""{":b":{"SS":[]}}""", "One or more parameter values were invalid: An string set  may not be empty")]
    [InlineData("""{":a":{"S":"a"},":b":{"N":"b"}}""", "The parameter cannot be converted to a numeric value: b")]
    public void A_malformed_value_is_named_by_its_placeholder(string json, string reason) =>
        Refuses($"ExpressionAttributeValues contains invalid value: {reason} for key :b", () => Read(json));

    [Fact]
    public void Values_are_read_by_their_placeholders()
    {
        var values = Read("""{":a":{"S":"x"},":b":{"N":"1"}}""");

        Assert.Equal(PlainItem.Parse("""{":a":"x",":b":1}"""), new Item(values));
    }

    private static Dictionary<string, AttributeValue> Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return ExpressionValuesReader.Read(ref reader);
    }

    private static ExpressionScope Scope(string? names, string? values) => new(
        names is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(names),
        values is null ? null : PlainItem.Parse(values).Attributes);

    private static void Refuses(string message, Action action)
    {
        var error = Assert.Throws<AwsException>(action);
        Assert.Equal(("ValidationException", message), (error.Code, error.Message));
    }
}
