using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Transactions;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>What transactions refuse, in what way, and what their tokens remember.</summary>
public sealed class TransactionTests : IDisposable
{
    private const string Good = """ "TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}} """;
    private const string Mismatch = "The provided key element does not match the schema";

    private readonly DynamoDbFixture _aws = new();

    public TransactionTests() => _aws.CreateTable();

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("TransactWriteItems", """{"Delete":{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"S":"1"}}}}""", Mismatch)]
    [InlineData("TransactWriteItems", """{"Update":{"TableName":"things","Key":{"pk":{"S":"a"}}}}""", Mismatch)]
    [InlineData("TransactWriteItems", """{"Delete":{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"M":{}}}}}""", Mismatch)]
    [InlineData("TransactWriteItems", """{"Put":{"TableName":"things","Item":{"pk":{"S":"a"}}}}""", "One or more parameter values were invalid: Missing the key sk in the item")]
    [InlineData("TransactWriteItems", """{"Put":{"TableName":"things","Item":{"pk":{"N":"1"},"sk":{"N":"1"}}}}""", "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N")]
    [InlineData("TransactGetItems", """{"Get":{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"S":"1"}}}}""", Mismatch)]
    public void A_key_that_is_not_the_table_s_cancels(string operation, string action, string message)
    {
        var kind = operation == "TransactGetItems" ? "Get" : "Delete";
        var (_, body) = _aws.Send(operation, $$"""{"TransactItems":[{"{{kind}}":{ {{Good}} } },{{action}}]}""");

        var error = JsonNode.Parse(body)!;
        Assert.EndsWith("#TransactionCanceledException", error["__type"]!.GetValue<string>());
        Assert.EndsWith("[None, ValidationError]", error["message"]!.GetValue<string>());
        Assert.Equal(message, error["CancellationReasons"]![1]!["Message"]!.GetValue<string>());
    }

    [Fact]
    public void An_empty_key_does_not_cancel_but_is_refused() => Assert.StartsWith(
        "ValidationException: One or more parameter values are not valid.",
        _aws.Refusal("TransactWriteItems", """{"TransactItems":[{"Delete":{"TableName":"things","Key":{"pk":{"S":""},"sk":{"N":"1"}}}}]}"""));

    [Theory]
    [InlineData("TransactGetItems", "Get")]
    [InlineData("TransactWriteItems", "Delete")]
    public void One_item_twice(string operation, string kind) => Assert.Equal(
        "ValidationException: Transaction request cannot include multiple operations on one item",
        _aws.Refusal(operation, $$"""{"TransactItems":[{"{{kind}}":{ {{Good}} } },{"{{kind}}":{ {{Good}} } }]}"""));

    [Theory]
    [InlineData("TransactWriteItems", """{"Delete":{"TableName":"nothings","Key":{"pk":{"S":"a"}}}}""", """{"Update":{"TableName":"things","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET"}}""", "Invalid UpdateExpression")]
    [InlineData("TransactWriteItems", """{"Delete":{"TableName":"nothings","Key":{"pk":{"S":"a"}}}}""", """{"Delete":{"TableName":"things","Key":{"pk":{"S":"a"}},"ConditionExpression":"a = :a","ExpressionAttributeValues":{":a":{"S":"a"},":b":{"S":"a"}}}}""", "Value provided in ExpressionAttributeValues unused")]
    [InlineData("TransactGetItems", """{"Get":{"TableName":"nothings","Key":{"pk":{"S":"a"}}}}""", """{"Get":{"TableName":"things","Key":{"pk":{"S":"a"}},"ProjectionExpression":"a,"}}""", "Invalid ProjectionExpression")]
    public void Expressions_are_checked_before_any_table(string operation, string first, string second, string message) =>
        Assert.StartsWith($"ValidationException: {message}", _aws.Refusal(operation, $$"""{"TransactItems":[{{first}},{{second}}]}"""));

    [Fact]
    public void The_same_parameters_in_another_order_are_the_same_request()
    {
        _aws.Call("TransactWriteItems", """
            {"ClientRequestToken":"t","TransactItems":[{"Update":{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"UpdateExpression":"ADD n :n SET m = :m",
              "ExpressionAttributeValues":{":n":{"N":"1"},":m":{"M":{"a":{"NS":["1","2"]},"b":{"L":[{"B":"AQ=="}]}}}}}}]}
            """);
        _aws.Call("TransactWriteItems", """
            {"TransactItems":[{"Update":{"ExpressionAttributeValues":{":m":{"M":{"b":{"L":[{"B":"AQ=="}]},"a":{"NS":["2.0","1"]}}},":n":{"N":"1.0"}},
              "UpdateExpression":"ADD n :n SET m = :m","Key":{"sk":{"N":"1.00"},"pk":{"S":"a"}},"TableName":"things"}}],"ClientRequestToken":"t"}
            """);
        Assert.Equal("1", _aws.Call("GetItem", $$"""{ {{Good}} }""")["Item"]!["n"]!["N"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"Put":{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"v":{"L":[{"S":"b"},{"S":"c"}]}}}}""")]
    [InlineData("""{"Put":{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"v":{"L":[{"S":"c"},{"S":"b"}]}},"ConditionExpression":"attribute_exists(v)"}}""")]
    [InlineData("""{"Delete":{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}}""")]
    public void Other_parameters_are_another_request(string action)
    {
        _aws.Call("TransactWriteItems", """{"ClientRequestToken":"t","TransactItems":[{"Put":{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"v":{"L":[{"S":"c"},{"S":"b"}]}}}}]}""");
        Assert.StartsWith("IdempotentParameterMismatchException", _aws.Refusal("TransactWriteItems", $$"""{"ClientRequestToken":"t","TransactItems":[{{action}}]}"""));
    }

    [Fact]
    public void A_token_keeps_no_item()
    {
        _aws.Call("TransactWriteItems", """{"ClientRequestToken":"t","TransactItems":[{"Put":{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"}}}}]}""");
        var stored = Stored();
        _aws.Call("DeleteItem", $$"""{ {{Good}} }""");

        GC.Collect();
        Assert.False(stored.TryGetTarget(out _));
    }

    [Fact]
    public void The_oldest_tokens_go_where_there_are_too_many()
    {
        var tokens = new TransactionTokens(_aws.Clock);
        tokens.Take("first", "a");
        for (var i = 0; i < 100_000; i++)
        {
            tokens.Take($"{i}", "a");
        }

        Assert.Equal("b", tokens.Take("first", "b").Fingerprint);
        Assert.Throws<AwsException>(() => tokens.Take("99999", "b"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference<Item> Stored()
    {
        var table = _aws.Service.Find("things");
        var key = new Dictionary<string, AttributeValue> { ["pk"] = new StringValue("a"), ["sk"] = new NumberValue(DynamoNumber.Of(1)) };
        return new WeakReference<Item>(table.Get(ItemKey.OfKey(table.Key, new Item(key)))!);
    }
}
