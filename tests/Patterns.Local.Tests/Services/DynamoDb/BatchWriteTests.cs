namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>A batch does what its members say, not what they look like.</summary>
public sealed class BatchWriteTests : IDisposable
{
    private const string Thing = """{"pk":{"S":"a"},"sk":{"N":"1"}}""";

    private readonly DynamoDbFixture _aws = new();

    public BatchWriteTests() => _aws.CreateTable();

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("""{"PutRequest":{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}}""", "putRequest.item")]
    [InlineData("""{"DeleteRequest":{"Item":{"pk":{"S":"a"},"sk":{"N":"1"}}}}""", "deleteRequest.key")]
    [InlineData("""{"PutRequest":{}}""", "putRequest.item")]
    [InlineData("""{"DeleteRequest":{"Key":null}}""", "deleteRequest.key")]
    public void A_put_needs_an_item_and_a_delete_a_key(string write, string member)
    {
        _aws.Call("PutItem", $$"""{"TableName":"things","Item":{{Thing}} }""");
        Assert.Equal(
            $"ValidationException: 1 validation error detected: Value null at 'requestItems.things.member.2.member.{member}' failed to satisfy constraint: Member must not be null",
            _aws.Refusal("BatchWriteItem", $$"""{"RequestItems":{"things":[{"PutRequest":{"Item":{"pk":{"S":"b"},"sk":{"N":"1"} } } },{{write}}]} }"""));
        Assert.Equal(1, _aws.Call("Scan", """{"TableName":"things"}""")["Count"]!.GetValue<int>());
    }

    [Fact]
    public void A_put_ignores_a_key_and_a_delete_an_item()
    {
        _aws.Call("BatchWriteItem", $$"""{"RequestItems":{"things":[{"PutRequest":{"Key":{"x":{"S":"y"} },"Item":{{Thing}} } }]} }""");
        Assert.NotNull(_aws.Call("GetItem", $$"""{"TableName":"things","Key":{{Thing}} }""")["Item"]);
        _aws.Call("BatchWriteItem", $$"""{"RequestItems":{"things":[{"DeleteRequest":{"Item":{"x":{"S":"y"} },"Key":{{Thing}} } }]} }""");
        Assert.Null(_aws.Call("GetItem", $$"""{"TableName":"things","Key":{{Thing}} }""")["Item"]);
    }
}
