using System.Text.Json;
using Patterns.Tables;

namespace Patterns.Aws.Tests.DynamoDb;

public sealed class DynamoDbTableTests
{
    private static readonly TableKey Key = new("p", "s");
    private readonly ScriptedService _service = new();

    [Fact]
    public async Task Reads_are_consistent()
    {
        _service.Reply("{}").Reply("""{"Items":[],"Count":0}""");

        await Orders().GetAsync(Key, default);
        await ReadAsync(Orders().QueryAsync(new TableQuery("p"), default));

        Assert.All(_service.Requests, request => Assert.Equal("True", request["ConsistentRead"]));
    }

    [Fact]
    public async Task Names_and_values_are_never_text_in_an_expression()
    {
        _service.Reply("{}");
        var condition = (TableCondition.ItemExists & TableCondition.Contains("size", "x")) | !!TableCondition.NotEqual("status", 1) | TableCondition.Expired(DateTimeOffset.UnixEpoch);

        await Orders().WriteAsync(new TableUpdate(Key) { Condition = condition, ExpiresAt = DateTimeOffset.UnixEpoch }.Set("status", "x").SetIfMissing("size", 1).Remove("list").Add("count", 1).AddToSet("tags", "a").RemoveFromSet("set", "b"), default);

        var request = Assert.Single(_service.Requests);
        Assert.Equal("SET #0 = :0, #1 = if_not_exists(#1, :1), #2 = :2 REMOVE #3 ADD #4 :3, #5 :4 DELETE #6 :5", request["UpdateExpression"]);
        Assert.Equal("(((attribute_exists(#7) AND (attribute_type(#1, :6) AND contains(#1, :7))) OR NOT #0 = :8) OR #2 <= :9)", request["ConditionExpression"]);
        Assert.Equal("""{"#0":"status","#1":"size","#2":"expiresAt","#3":"list","#4":"count","#5":"tags","#6":"set","#7":"pk"}""", request["ExpressionAttributeNames"]);
        Assert.Equal("ALL_NEW", request["ReturnValues"]);
        Assert.Equal("ALL_OLD", request["ReturnValuesOnConditionCheckFailure"]);
    }

    [Fact]
    public async Task The_attributes_of_key_and_expiry_have_the_names_of_the_options()
    {
        _service.Reply("{}").Reply("""{"Item":{"id":{"S":"p"},"part":{"S":"s"},"ttl":{"N":"60"},"pk":{"N":"1"}}}""");
        var table = Orders(new DynamoDbTableOptions { PartitionKeyName = "id", SortKeyName = "part", ExpiresAtName = "ttl" });

        await table.PutAsync(new TableItem(Key) { ["pk"] = 1, ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(60) }, default, TableCondition.ItemMissing);
        var item = await table.GetAsync(Key, default);

        Assert.Equal("""{"id":{"S":"p"},"part":{"S":"s"},"pk":{"N":"1"},"ttl":{"N":"60"}}""", _service.Requests[0]["Item"]);
        Assert.Equal("""{"#0":"id"}""", _service.Requests[0]["ExpressionAttributeNames"]);
        Assert.Equal(["pk"], item!.Attributes.Keys);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(60), item.ExpiresAt);
    }

    [Theory]
    [InlineData("""{"NS":["1"]}""", "the attribute 'a' holds a set of numbers, which no table value can be.")]
    [InlineData("""{"BS":["AQ=="]}""", "the attribute 'a' holds a set of bytes, which no table value can be.")]
    [InlineData("""{"L":[{"M":{"b":{"NS":["1"]}}}]}""", "the attribute 'a' holds a set of numbers, which no table value can be.")]
    [InlineData("""{"N":"12345678901234567890123456789012345678"}""", "the attribute 'a' holds a number with more digits or magnitude than a decimal has.")]
    [InlineData("""{"N":"1.2345678901234567890123456789012345678"}""", "the attribute 'a' holds a number with more digits or magnitude than a decimal has.")]
    [InlineData("""{"N":"-9.99E+125"}""", "the attribute 'a' holds a number with more digits or magnitude than a decimal has.")]
    [InlineData("""{"N":"1E-130"}""", "the attribute 'a' holds a number with more digits or magnitude than a decimal has.")]
    [InlineData("""{}""", "the attribute 'a' holds a value of an unknown kind.")]
    public async Task What_a_table_value_cannot_hold_is_refused_by_name(string value, string reason)
    {
        _service.Reply($$"""{"Item":{"pk":{"S":"p"},"sk":{"S":"s"},"a":{{value}} } }""");

        var exception = await Assert.ThrowsAsync<TableException>(async () => await Orders().GetAsync(Key, default));

        Assert.Equal($"orders: GetItem of p / s: {reason}", exception.Message);
        Assert.False(exception.IsRetryable);
    }

    [Theory]
    [InlineData("1E+3", 1000)]
    [InlineData("0", 0)]
    [InlineData("-0.5E1", -5)]
    [InlineData("100", 100)]
    public async Task Numbers_are_read_in_every_form(string text, int number)
    {
        _service.Reply($$"""{"Item":{"pk":{"S":"p"},"sk":{"S":"s"},"a":{"N":"{{text}}"} } }""");

        Assert.Equal(number, (await Orders().GetAsync(Key, default))!["a"]!.GetInt64());
    }

    [Theory]
    [InlineData("""{"S":"2026-01-01"}""")]
    [InlineData("""{"N":"1.5"}""")]
    [InlineData("""{"N":"1E+30"}""")]
    public async Task An_expiry_that_is_no_Unix_time_is_refused(string value)
    {
        _service.Reply($$"""{"Item":{"pk":{"S":"p"},"sk":{"S":"s"},"expiresAt":{{value}} } }""");

        var exception = await Assert.ThrowsAsync<TableException>(async () => await Orders().GetAsync(Key, default));

        Assert.Equal("orders: GetItem of p / s: the attribute 'expiresAt' is no Unix time in seconds; the options name the expiry attribute.", exception.Message);
    }

    [Fact]
    public async Task Batches_are_as_full_as_the_service_allows()
    {
        var table = Orders(new DynamoDbTableOptions { MaxParallelism = 1 });
        _service.Reply("{}").Reply("{}").Reply("{}").Reply("{}").Reply("{}");

        await table.WriteManyAsync([.. Enumerable.Range(1, 60).Select(n => new TableDelete(new("p", $"{n}")))], default);
        await table.GetManyAsync([.. Enumerable.Range(1, 150).Select(n => new TableKey("p", $"{n}"))], default);

        Assert.Equal([25, 25, 10], _service.Requests.Take(3).Select(request => Orders(request).GetArrayLength()));
        Assert.Equal([100, 50], _service.Requests.Skip(3).Select(request => Orders(request).GetProperty("Keys").GetArrayLength()));
    }

    [Fact]
    public async Task A_limited_query_asks_for_no_more_than_is_left()
    {
        _service
            .Reply("""{"Items":[{"pk":{"S":"p"},"sk":{"S":"1"}},{"pk":{"S":"p"},"sk":{"S":"2"}}],"LastEvaluatedKey":{"pk":{"S":"p"},"sk":{"S":"2"}}}""")
            .Reply("""{"Items":[],"LastEvaluatedKey":{"pk":{"S":"p"},"sk":{"S":"2"}}}""")
            .Reply("""{"Items":[{"pk":{"S":"p"},"sk":{"S":"3"}}],"LastEvaluatedKey":{"pk":{"S":"p"},"sk":{"S":"3"}}}""");

        var items = await ReadAsync(Orders().QueryAsync(new TableQuery("p") { Limit = 3 }, default));

        Assert.Equal(["1", "2", "3"], items.Select(item => item.Key.Sort));
        Assert.Equal(["3", "1", "1"], _service.Requests.Select(request => request["Limit"]));
        Assert.Equal("""{"pk":{"S":"p"},"sk":{"S":"2"}}""", _service.Requests[2]["ExclusiveStartKey"]);
    }

    [Fact]
    public async Task Pages_are_read_as_they_are_asked_for()
    {
        _service.Reply("""{"Items":[{"pk":{"S":"p"},"sk":{"S":"1"}}],"LastEvaluatedKey":{"pk":{"S":"p"},"sk":{"S":"1"}}}""");

        await foreach (var _ in Orders().QueryAsync(new TableQuery("p"), default))
        {
            break;
        }

        Assert.Single(_service.Requests);
    }

    [Fact]
    public async Task The_same_transaction_is_the_same_to_the_byte()
    {
        _service.Reply("{}").Reply("{}");
        foreach (var order in new[] { new[] { "a", "b", "c" }, ["c", "a", "b"] })
        {
            var map = TableValue.MapOf(order.Select(name => KeyValuePair.Create(name, TableValue.From(name))));
            await Orders().TransactAsync([new TableUpdate(Key).Set("map", map).AddToSet("set", order)], "token", default);
        }

        Assert.Equal(_service.Requests[0].Body.GetRawText(), _service.Requests[1].Body.GetRawText());
    }

    [Fact]
    public async Task The_tables_own_attributes_are_refused()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(async () => await Orders().PutAsync(new TableItem(Key) { ["expiresAt"] = 1 }, default));

        Assert.StartsWith("The write of p / s names the attribute 'expiresAt', in which the table keeps the key or the expiry.", exception.Message);
        Assert.Empty(_service.Requests);
    }

    [Fact]
    public async Task A_table_of_another_Region_is_of_another_store()
    {
        using var client = new Amazon.DynamoDBv2.AmazonDynamoDBClient("id", "secret", Amazon.RegionEndpoint.USEast1);
        var put = new TablePut(new TableItem(Key)) { Table = Table.From(client, "other") };

        var exception = await Assert.ThrowsAsync<ArgumentException>(async () => await Orders().TransactAsync([put], null, default));

        Assert.StartsWith("other is not in the same store as orders.", exception.Message);
    }

    private static JsonElement Orders(ScriptedRequest request) => request.Body.GetProperty("RequestItems").GetProperty("orders");

    private static async Task<List<TableItem>> ReadAsync(IAsyncEnumerable<TableItem> items)
    {
        var read = new List<TableItem>();
        await foreach (var item in items)
        {
            read.Add(item);
        }

        return read;
    }

    private ITable Orders(DynamoDbTableOptions? options = null) => Table.From(_service.CreateClient(), "orders", options);
}
