namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>Requests about items that the service refuses, with its words.</summary>
public sealed class ItemRefusalTests : IDisposable
{
    private readonly DynamoDbFixture _aws = new();

    public ItemRefusalTests() => _aws.CreateTable();

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("""{"sk":{"N":"1"}}""", "One or more parameter values were invalid: Missing the key pk in the item")]
    [InlineData("""{"pk":{"S":"a"}}""", "One or more parameter values were invalid: Missing the key sk in the item")]
    [InlineData("""{"pk":{"S":"a"},"sk":{"S":"1"}}""", "One or more parameter values were invalid: Type mismatch for key sk expected: N actual: S")]
    [InlineData("""{"pk":{"S":""},"sk":{"N":"1"}}""", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk")]
    [InlineData("""{"pk":{"S":"a"},"sk":{"N":"1"},"gk":{"N":"1"}}""", "One or more parameter values were invalid: Type mismatch for Index Key gk Expected: S Actual: N IndexName: lsi")]
    [InlineData("""{"pk":{"S":"a"},"sk":{"N":"1"},"gk":{"S":""}}""", "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: lsi, IndexKey: gk")]
    [InlineData("""{"pk":{"S":"a"},"sk":{"N":"x"}}""", "The parameter cannot be converted to a numeric value: x")]
    public void An_item_that_the_table_cannot_hold(string item, string message) =>
        Assert.Equal($"ValidationException: {message}", _aws.Refusal("PutItem", $$"""{"TableName":"things","Item":{{item}}}"""));

    [Theory]
    [InlineData("GetItem")]
    [InlineData("DeleteItem")]
    [InlineData("UpdateItem")]
    public void A_key_that_is_not_the_table_s(string operation)
    {
        foreach (var key in (string[])["""{"pk":{"S":"a"}}""", """{"pk":{"S":"a"},"sk":{"S":"1"}}""", """{"pk":{"S":"a"},"other":{"N":"1"}}""", """{"pk":{"S":"a"},"sk":{"N":"1"},"x":{"N":"1"}}"""])
        {
            Assert.Equal(
                "ValidationException: The provided key element does not match the schema",
                _aws.Refusal(operation, $$"""{"TableName":"things","Key":{{key}}}"""));
        }
    }

    [Fact]
    public void Keys_that_are_too_long()
    {
        Assert.Equal(
            "ValidationException: One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes",
            _aws.Refusal("GetItem", $$$"""{"TableName":"things","Key":{"pk":{"S":"{{{new string('x', 2049)}}}"},"sk":{"N":"1"} } }"""));
        _aws.Call("GetItem", $$$"""{"TableName":"things","Key":{"pk":{"S":"{{{new string('x', 2048)}}}"},"sk":{"N":"1"} } }""");
    }

    [Fact]
    public void An_item_of_more_than_400_KB()
    {
        const int Keys = 8;
        string Item(int size) => $$"""{"pk":{"S":"a"},"sk":{"N":"1"},"t":{"S":"{{new string('x', size - Keys)}}"} }""";

        Assert.Equal(
            "ValidationException: Item size has exceeded the maximum allowed size",
            _aws.Refusal("PutItem", $$"""{"TableName":"things","Item":{{Item((400 * 1024) + 1)}}}"""));
        _aws.Call("PutItem", $$"""{"TableName":"things","Item":{{Item((400 * 1024) - 10)}}}""");
        Assert.Equal(
            "ValidationException: Item size to update has exceeded the maximum allowed size",
            _aws.Refusal("UpdateItem", """{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"UpdateExpression":"SET u = :u","ExpressionAttributeValues":{":u":{"S":"0123456789abc"}}}"""));
    }

    [Theory]
    [InlineData("UpdateItem", """ "UpdateExpression":"SET pk = :v","ExpressionAttributeValues":{":v":{"S":"a"}} """, "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key")]
    [InlineData("UpdateItem", """ "UpdateExpression":"SET status = :v","ExpressionAttributeValues":{":v":{"S":"a"}} """, "Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: status")]
    [InlineData("UpdateItem", """ "ReturnValues":"SOME" """, "1 validation error detected: Value 'SOME' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]")]
    [InlineData("DeleteItem", """ "ReturnValues":"ALL_NEW" """, "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("DeleteItem", """ "ExpressionAttributeNames":{"#a":"a"} """, "ExpressionAttributeNames can only be specified when using expressions")]
    [InlineData("UpdateItem", """ "ExpressionAttributeValues":{":a":{"S":"a"}} """, "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null")]
    [InlineData("DeleteItem", """ "ConditionExpression":"a = :a","ExpressionAttributeValues":{":a":{"S":"a"},":b":{"S":"b"}} """, "Value provided in ExpressionAttributeValues unused in expressions: keys: {:b}")]
    [InlineData("DeleteItem", """ "ConditionExpression":"attribute_exists(a)","Expected":{"a":{"Exists":false}} """, "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}")]
    public void Parameters_that_do_not_fit(string operation, string parameters, string message) => Assert.Equal(
        $"ValidationException: {message}",
        _aws.Refusal(operation, $$$"""{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},{{{parameters}}}}"""));

    [Theory]
    [InlineData("", "SerializationException: The request body is not the JSON that this operation takes.")]
    [InlineData("[]", "SerializationException: The request body is not the JSON that this operation takes.")]
    [InlineData("""{"TableName": "things", """, "SerializationException: The request body is not the JSON that this operation takes.")]
    [InlineData("""{"TableName": 5}""", "SerializationException: NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"TableName": "things", "Key": []}""", "SerializationException: Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>")]
    [InlineData("""{"TableName": "things"}""", "ValidationException: 1 validation error detected: Value null at 'key' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"Key": {"pk":{"S":"a"}}}""", "ValidationException: 1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"TableName": "a b", "Key": {"pk":{"S":"a"}}}""", "ValidationException: 1 validation error detected: Value 'a b' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")]
    [InlineData("""{"TableName": "ab", "Key": {"pk":{"S":"a"}}}""", "ValidationException: TableName must be at least 3 characters long and at most 255 characters long")]
    [InlineData("""{"TableName": "nothings", "Key": {"pk":{"S":"a"}}}""", "ResourceNotFoundException: Requested resource not found")]
    public void A_request_that_is_none(string body, string error) => Assert.Equal(error, _aws.Refusal("GetItem", body));

    [Theory]
    [InlineData("BatchWriteItem", """{"RequestItems":{"things":[null]}}""", "ValidationException: 1 validation error detected: Value null at 'requestItems.things.member.1.member' failed to satisfy constraint: Member must not be null")]
    [InlineData("BatchGetItem", """{"RequestItems":{"things":null}}""", "ValidationException: 1 validation error detected: Value null at 'requestItems.things.member' failed to satisfy constraint: Member must not be null")]
    [InlineData("TransactWriteItems", """{"TransactItems":[null]}""", "ValidationException: 1 validation error detected: Value null at 'transactItems.1.member' failed to satisfy constraint: Member must not be null")]
    [InlineData("PutItem", """{"\ud800":1}""", "SerializationException: The request body is not the JSON that this operation takes.")]
    [InlineData("PutItem", """{"TableName":"things","Item":{"pk":{"\ud800":"a"}}}""", "SerializationException: The request body is not the JSON that this operation takes.")]
    [InlineData("DescribeTable", """{"TableName":"\ud800"}""", "SerializationException: The request body is not the JSON that this operation takes.")]
    public void Nulls_and_texts_that_are_none(string operation, string body, string error) => Assert.Equal(error, _aws.Refusal(operation, body));

    [Theory]
    [InlineData("PutItem", """ "TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"}} """)]
    [InlineData("UpdateItem", """ "TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}} """)]
    [InlineData("DeleteItem", """ "TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}} """)]
    [InlineData("BatchWriteItem", """ "RequestItems":{"things":[{"DeleteRequest":{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}}]} """)]
    [InlineData("TransactWriteItems", """ "TransactItems":[{"Delete":{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}}] """)]
    public void Metrics_that_are_none(string operation, string parameters)
    {
        _aws.Call(operation, $$"""{"ReturnItemCollectionMetrics":"SIZE",{{parameters}}}""");
        Assert.Equal(
            "ValidationException: 1 validation error detected: Value 'hi' at 'returnItemCollectionMetrics' failed to satisfy constraint: Member must satisfy enum value set: [SIZE, NONE]",
            _aws.Refusal(operation, $$"""{"ReturnItemCollectionMetrics":"hi",{{parameters}}}"""));
    }

    [Fact]
    public void Unknown_members_are_ignored() => _aws.Call("GetItem", """{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"Unknown":{"a":[1,{}]}}""");

    [Fact]
    public void A_table_is_known_by_its_ARN() =>
        _aws.Call("GetItem", """{"TableName":"arn:aws:dynamodb:eu-west-1:000000000000:table/things","Key":{"pk":{"S":"a"},"sk":{"N":"1"} } }""");

    [Fact]
    public void Errors_have_the_service_s_types()
    {
        Assert.Contains("com.amazon.coral.validate#ValidationException", _aws.Send("GetItem", "{}").Body);
        Assert.Contains("com.amazon.coral.service#SerializationException", _aws.Send("GetItem", "").Body);
        Assert.Contains("com.amazon.coral.service#UnknownOperationException", _aws.Send("Nonsense", "{}").Body);
        Assert.Contains("com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", _aws.Send("DescribeTable", """{"TableName":"nothings"}""").Body);
    }
}
