using System.Net;
using System.Text.Json;
using Patterns.Tables;

namespace Patterns.Aws.Tests.DynamoDb;

public sealed class DynamoDbTableRetryTests
{
    private static readonly TableKey Key = new("p", "s");
    private static readonly TableUpdate Count = new TableUpdate(Key).Add("n", 1);
    private readonly ScriptedService _service = new();
    private readonly ITable _table;

    public DynamoDbTableRetryTests() =>
        _table = Table.From(_service.CreateClient(), "orders", new DynamoDbTableOptions { MaxAttempts = 3, FirstDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero });

    [Theory]
    [InlineData("ProvisionedThroughputExceededException")]
    [InlineData("ThrottlingException")]
    [InlineData("RequestLimitExceeded")]
    [InlineData("TransactionConflictException")]
    public async Task A_write_that_took_no_effect_is_sent_again(string code)
    {
        _service.Fail(code).Fail(code).Reply("""{"Attributes":{"pk":{"S":"p"},"sk":{"S":"s"},"n":{"N":"1"}}}""");

        var result = await _table.WriteAsync(Count, default);

        Assert.Equal(1, result.Item!["n"]!.GetInt64());
        Assert.Equal(3, _service.Requests.Count);
    }

    [Fact]
    public async Task A_write_that_takes_no_effect_for_too_long_fails_for_now()
    {
        _service.Fail("ThrottlingException").Fail("ThrottlingException").Fail("ThrottlingException", "slow down");

        var exception = await Assert.ThrowsAsync<TableException>(async () => await _table.WriteAsync(Count, default));

        Assert.Equal("orders: UpdateItem of p / s: ThrottlingException: slow down", exception.Message);
        Assert.True(exception.IsRetryable);
        Assert.False(exception.MayHaveTakenEffect);
    }

    [Fact]
    public async Task A_counter_whose_reply_was_lost_is_not_counted_again()
    {
        _service.LoseReply();

        var exception = await Assert.ThrowsAsync<TableException>(async () => await _table.WriteAsync(Count, default));

        Assert.True(exception.IsRetryable);
        Assert.True(exception.MayHaveTakenEffect);
        Assert.Single(_service.Requests);
    }

    [Theory]
    [InlineData("ThrottlingException", true)]
    [InlineData("AccessDeniedException", false)]
    public async Task A_reply_that_was_lost_is_not_made_up_for_by_how_the_next_attempt_fails(string code, bool isRetryable)
    {
        _service.LoseReply().Fail(code).Fail(code);

        var exception = await Assert.ThrowsAsync<TableException>(async () => await _table.WriteAsync(new TableDelete(new("p", "s")), default));

        Assert.Equal((isRetryable, true), (exception.IsRetryable, exception.MayHaveTakenEffect));
    }

    [Fact]
    public async Task A_counter_is_not_counted_again_after_an_error_of_the_service()
    {
        _service.Fail("InternalServerError", status: HttpStatusCode.InternalServerError);

        var exception = await Assert.ThrowsAsync<TableException>(async () => await _table.WriteAsync(Count, default));

        Assert.True(exception.IsRetryable);
        Assert.Single(_service.Requests);
    }

    [Fact]
    public async Task A_put_with_a_condition_is_not_sent_again_to_find_its_own_item()
    {
        _service.LoseReply();

        await Assert.ThrowsAsync<TableException>(async () => await _table.PutAsync(new TableItem(Key), default, TableCondition.ItemMissing));

        Assert.Single(_service.Requests);
    }

    [Fact]
    public async Task What_does_no_harm_twice_is_sent_again_when_its_reply_was_lost()
    {
        _service.LoseReply().Reply("{}").LoseReply().Reply("{}").LoseReply().Reply("{}");

        Assert.Null(await _table.GetAsync(Key, default));
        Assert.True((await _table.PutAsync(new TableItem(Key), default)).Applied);
        await _table.WriteAsync(new TableUpdate(Key).Set("a", 1).AddToSet("s", "x"), default);

        Assert.Equal(["GetItem", "GetItem", "PutItem", "PutItem", "UpdateItem", "UpdateItem"], _service.Requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task A_transaction_whose_reply_was_lost_is_sent_again_with_the_same_token()
    {
        _service.LoseReply().Fail("TransactionInProgressException").Reply("{}");

        var result = await _table.TransactAsync([Count], token: null, default);

        Assert.True(result.Committed);
        var token = Assert.Single(_service.Requests.Select(request => request["ClientRequestToken"]).Distinct());
        Assert.Equal(36, token!.Length);
    }

    [Fact]
    public async Task The_callers_token_is_sent()
    {
        _service.Reply("{}");

        await _table.TransactAsync([Count], "order-17", default);

        Assert.Equal("order-17", Assert.Single(_service.Requests)["ClientRequestToken"]);
    }

    [Fact]
    public async Task A_transaction_in_conflict_with_another_is_sent_again()
    {
        _service.Cancel("TransactionConflict", "ConditionalCheckFailed").Cancel("None", "ThrottlingError").Reply("{}");

        var result = await _table.TransactAsync([Count, new TableDelete(new("p", "t"))], token: null, default);

        Assert.True(result.Committed);
        Assert.Equal(3, _service.Requests.Count);
    }

    [Fact]
    public async Task A_transaction_that_stays_in_conflict_fails_for_now_and_names_the_item()
    {
        _service.Cancel("None", "TransactionConflict").Cancel("None", "TransactionConflict").Cancel("None", "TransactionConflict");

        var exception = await Assert.ThrowsAsync<TableException>(async () => await _table.TransactAsync([Count, new TableDelete(new("p", "t"))], null, default));

        Assert.Equal("orders: TransactWriteItems of p / t: TransactionConflict: why", exception.Message);
        Assert.True(exception.IsRetryable);
        Assert.False(exception.MayHaveTakenEffect);
    }

    [Fact]
    public async Task A_write_that_can_never_be_done_fails_its_transaction_for_good()
    {
        _service.Cancel("TransactionConflict", "ValidationError");

        var exception = await Assert.ThrowsAsync<TableException>(async () => await _table.TransactAsync([Count, new TableDelete(new("p", "t"))], null, default));

        Assert.Equal("orders: TransactWriteItems of p / t: ValidationError: why", exception.Message);
        Assert.False(exception.IsRetryable);
    }

    [Theory]
    [InlineData("ValidationException")]
    [InlineData("ResourceNotFoundException")]
    [InlineData("IdempotentParameterMismatchException")]
    [InlineData("AccessDeniedException")]
    [InlineData("ItemCollectionSizeLimitExceededException")]
    public async Task What_will_never_succeed_fails_for_good(string code)
    {
        _service.Fail(code, "because").Fail(code, "because");

        var write = await Assert.ThrowsAsync<TableException>(async () => await _table.WriteAsync(Count, default));
        var transaction = await Assert.ThrowsAsync<TableException>(async () => await _table.TransactAsync([Count], null, default));

        Assert.Equal($"orders: UpdateItem of p / s: {code}: because", write.Message);
        Assert.Equal($"orders: TransactWriteItems: {code}: because", transaction.Message);
        Assert.False(write.IsRetryable || transaction.IsRetryable);
    }

    [Fact]
    public async Task Only_writes_that_were_left_out_are_sent_again()
    {
        _service
            .Reply("""{"UnprocessedItems":{"orders":[{"DeleteRequest":{"Key":{"pk":{"S":"p"},"sk":{"S":"2"}}}},{"PutRequest":{"Item":{"pk":{"S":"p"},"sk":{"S":"1"},"a":{"N":"5"}}}}]}}""")
            .Reply("""{"UnprocessedItems":{"orders":[{"PutRequest":{"Item":{"pk":{"S":"p"},"sk":{"S":"1"},"a":{"N":"5"}}}}]}}""")
            .Reply("""{"UnprocessedItems":{}}""");

        await _table.WriteManyAsync([new TablePut(new TableItem(new("p", "1")) { ["a"] = 5 }), new TableDelete(new("p", "2")), new TableDelete(new("p", "3"))], default);

        Assert.Equal([3, 2, 1], _service.Requests.Select(request => request.Body.GetProperty("RequestItems").GetProperty("orders").GetArrayLength()));
        Assert.Equal("5", _service.Requests[2].Body.GetProperty("RequestItems").GetProperty("orders")[0].GetProperty("PutRequest").GetProperty("Item").GetProperty("a").GetProperty("N").GetString());
    }

    [Fact]
    public async Task Writes_that_are_left_out_again_and_again_fail_for_now()
    {
        const string left = """{"UnprocessedItems":{"orders":[{"DeleteRequest":{"Key":{"pk":{"S":"p"},"sk":{"S":"2"}}}}]}}""";
        _service.Reply(left).Reply(left).Reply(left).Reply(left);

        var exception = await Assert.ThrowsAsync<TableException>(async () => await _table.WriteManyAsync([new TableDelete(new("p", "1")), new TableDelete(new("p", "2"))], default));

        Assert.Equal("orders: BatchWriteItem of p / 2: 1 of 2 writes were not taken in 3 attempts.", exception.Message);
        Assert.True(exception.IsRetryable);
        Assert.True(exception.MayHaveTakenEffect);
    }

    [Fact]
    public async Task Only_keys_that_were_left_out_are_asked_for_again()
    {
        _service
            .Reply("""{"Responses":{"orders":[{"pk":{"S":"p"},"sk":{"S":"2"},"n":{"N":"2"}}]},"UnprocessedKeys":{"orders":{"Keys":[{"pk":{"S":"p"},"sk":{"S":"1"}}],"ConsistentRead":true}}}""")
            .Fail("ThrottlingException")
            .Reply("""{"Responses":{"orders":[{"pk":{"S":"p"},"sk":{"S":"1"},"n":{"N":"1"}}]},"UnprocessedKeys":{}}""");

        var items = await _table.GetManyAsync([new("p", "1"), new("p", "2"), new("p", "3")], default);

        Assert.Equal([1, 2, null], items.Select(item => item?["n"]?.GetInt64()));
        Assert.Equal([3, 1, 1], _service.Requests.Select(Keys));
        Assert.All(_service.Requests, request => Assert.True(request.Body.GetProperty("RequestItems").GetProperty("orders").GetProperty("ConsistentRead").GetBoolean()));
    }

    [Fact]
    public async Task Keys_that_are_left_out_again_and_again_fail_for_now()
    {
        const string left = """{"Responses":{},"UnprocessedKeys":{"orders":{"Keys":[{"pk":{"S":"p"},"sk":{"S":"1"}}]}}}""";
        _service.Reply(left).Reply(left).Reply(left);

        var exception = await Assert.ThrowsAsync<TableException>(async () => await _table.GetManyAsync([new("p", "1")], default));

        Assert.Equal("orders: BatchGetItem of p / 1: 1 of 1 keys were not read in 3 attempts.", exception.Message);
        Assert.True(exception.IsRetryable);
    }

    [Fact]
    public async Task Waiting_for_another_attempt_ends_with_its_caller()
    {
        var time = new FakeTimeProvider();
        var table = Table.From(_service.CreateClient(), "orders", new DynamoDbTableOptions { FirstDelay = TimeSpan.FromHours(1), MaxDelay = TimeSpan.FromHours(1), Time = time });
        using var cancellation = new CancellationTokenSource();
        _service.Fail("ThrottlingException");

        var call = table.GetAsync(Key, cancellation.Token).AsTask();
        while (time.Timers.Count == 0 && !call.IsCompleted)
        {
            await Task.Yield();
        }

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(_service.Requests);
    }

    private static int Keys(ScriptedRequest request) => request.Body.GetProperty("RequestItems").GetProperty("orders").GetProperty("Keys").GetArrayLength();
}
