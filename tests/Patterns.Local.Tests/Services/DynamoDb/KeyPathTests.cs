namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>Key attributes are scalars: a path into one is a mistake, and would make a condition that always or never holds.</summary>
public sealed class KeyPathTests : IDisposable
{
    private const string Text = "ValidationException: Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ";
    private const string Key = """ "Key":{"pk":{"S":"a"},"sk":{"N":"1"}} """;
    private const string Values = """ "ExpressionAttributeValues":{":v":{"S":"a"}} """;

    private readonly DynamoDbFixture _aws = new();

    public KeyPathTests() => _aws.CreateTable();

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("PutItem", """ "Item":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"attribute_not_exists(pk.a)" """, "Key: pk")]
    [InlineData("DeleteItem", Key + """, "ConditionExpression":"attribute_exists(sk[0])" """, "Key: sk")]
    [InlineData("UpdateItem", Key + """, "ConditionExpression":"attribute_exists(gk.a)" """, "IndexKey: gk")]
    [InlineData("UpdateItem", Key + """, "UpdateExpression":"SET a = pk.b" """, "Key: pk")]
    [InlineData("UpdateItem", Key + """, "UpdateExpression":"SET gk.a = :v", """ + Values, "IndexKey: gk")]
    [InlineData("GetItem", Key + """, "ProjectionExpression":"a, pk.b" """, "Key: pk")]
    [InlineData("GetItem", Key + """, "ProjectionExpression":"gk[1]" """, "IndexKey: gk")]
    [InlineData("Scan", """ "FilterExpression":"attribute_exists(pk.b)" """, "Key: pk")]
    [InlineData("Scan", """ "ProjectionExpression":"pk.b" """, "Key: pk")]
    [InlineData("Query", """ "KeyConditionExpression":"pk = :v","FilterExpression":"attribute_exists(gk.b)", """ + Values, "IndexKey: gk")]
    [InlineData("Query", """ "KeyConditionExpression":"pk = :v","ProjectionExpression":"sk.b", """ + Values, "Key: sk")]
    public void A_path_into_a_key(string operation, string parameters, string key) =>
        Assert.Equal(Text + key, _aws.Refusal(operation, $$"""{"TableName":"things",{{parameters}}}"""));

    [Theory]
    [InlineData("TransactWriteItems", """{"ConditionCheck":{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"attribute_not_exists(pk.a)"}}""")]
    [InlineData("TransactGetItems", """{"Get":{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ProjectionExpression":"pk.a"}}""")]
    public void A_path_into_a_key_in_a_transaction(string operation, string action) =>
        Assert.Equal($"{Text}Key: pk", _aws.Refusal(operation, $$"""{"TransactItems":[{{action}}]}"""));

    [Fact]
    public void A_path_into_a_key_in_a_batch() => Assert.Equal(
        $"{Text}Key: pk",
        _aws.Refusal("BatchGetItem", """{"RequestItems":{"things":{"Keys":[{"pk":{"S":"a"},"sk":{"N":"1"}}],"ProjectionExpression":"pk.a"}}}"""));
}
