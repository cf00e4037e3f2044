using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Patterns.Local.Tests.Sdk;

/// <summary>Table semantics as an unmodified SDK client sees them over HTTP.</summary>
public sealed class DynamoDbSdkTests : IAsyncLifetime
{
    private SdkEndpoint _aws = null!;

    private AmazonDynamoDBClient Client => _aws.DynamoDb;

    public async ValueTask InitializeAsync()
    {
        _aws = await SdkEndpoint.StartAsync();
        await _aws.CreateTableAsync("orders", "pk", "sk", index: ("by-state", "state", "sk"));
    }

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public async Task Every_type_of_value_comes_back_as_it_was_put()
    {
        var item = Key("a", "1");
        item["n"] = new AttributeValue { N = "-1.5E3" };
        item["b"] = new AttributeValue { B = new MemoryStream([1, 2, 255]) };
        item["ss"] = new AttributeValue { SS = ["x", "y"] };
        item["ns"] = new AttributeValue { NS = ["1", "2"] };
        item["bs"] = new AttributeValue { BS = [new MemoryStream([7])] };
        item["l"] = new AttributeValue { L = [new AttributeValue("in"), new AttributeValue { NULL = true }] };
        item["m"] = new AttributeValue { M = new() { ["deep"] = new AttributeValue { BOOL = true } } };
        item["text"] = new AttributeValue("é \"quoted\" 😀 \n");
        await Client.PutItemAsync("orders", item);

        var read = (await Client.GetItemAsync("orders", Key("a", "1"), consistentRead: true)).Item;

        Assert.Equal("-1500", read["n"].N);
        Assert.Equal([1, 2, 255], read["b"].B.ToArray());
        Assert.Equal(["x", "y"], read["ss"].SS.Order());
        Assert.Equal(["1", "2"], read["ns"].NS.Order());
        Assert.Equal([7], read["bs"].BS[0].ToArray());
        Assert.True(read["l"].L[1].NULL);
        Assert.True(read["m"].M["deep"].BOOL);
        Assert.Equal("é \"quoted\" 😀 \n", read["text"].S);
    }

    [Fact]
    public async Task A_failed_condition_shows_the_item_that_was_asked_for()
    {
        await PutAsync("a", "1", ("state", "open"));

        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Client.PutItemAsync(new PutItemRequest
        {
            TableName = "orders",
            Item = Key("a", "1"),
            ConditionExpression = "attribute_not_exists(pk)",
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        }));

        Assert.Equal("The conditional request failed", error.Message);
        Assert.Equal("open", error.Item["state"].S);
    }

    [Fact]
    public async Task An_update_returns_what_was_asked_for()
    {
        await PutAsync("a", "1", ("state", "open"));

        Assert.Equal("open", (await UpdateAsync(ReturnValue.UPDATED_OLD, "s1"))["state"].S);
        Assert.Equal(["state"], (await UpdateAsync(ReturnValue.UPDATED_NEW, "s2")).Keys);
        Assert.Equal("s2", (await UpdateAsync(ReturnValue.ALL_OLD, "s3"))["state"].S);
        Assert.Equal(["pk", "sk", "state"], (await UpdateAsync(ReturnValue.ALL_NEW, "s4")).Keys.Order());
        Assert.Null(await UpdateAsync(ReturnValue.NONE, "s5"));
    }

    [Fact]
    public async Task A_query_goes_page_by_page_in_both_directions()
    {
        for (var i = 0; i < 7; i++)
        {
            await PutAsync("a", $"{i}", ("state", i % 2 == 0 ? "even" : "odd"));
        }

        var forward = await PagesAsync(new QueryRequest { Limit = 3, ScanIndexForward = true });
        var backward = await PagesAsync(new QueryRequest { Limit = 2, ScanIndexForward = false });

        Assert.Equal(["0,1,2", "3,4,5", "6"], forward);
        Assert.Equal(["6,5", "4,3", "2,1", "0"], backward);
    }

    [Fact]
    public async Task The_filter_comes_after_the_limit()
    {
        for (var i = 0; i < 4; i++)
        {
            await PutAsync("a", $"{i}", ("state", i == 3 ? "late" : "early"));
        }

        var page = await Client.QueryAsync(Query(new QueryRequest
        {
            Limit = 3,
            FilterExpression = "#s = :s",
            ExpressionAttributeNames = new() { ["#s"] = "state" },
            ExpressionAttributeValues = new() { [":s"] = new("late") },
        }));

        Assert.Equal((0, 3), (page.Count, page.ScannedCount));
        Assert.Equal("2", page.LastEvaluatedKey["sk"].S);
    }

    [Fact]
    public async Task An_index_follows_its_table()
    {
        await PutAsync("a", "1", ("state", "open"));
        await PutAsync("b", "2", ("state", "open"));
        await PutAsync("c", "3");
        await UpdateAsync(ReturnValue.NONE, "done");

        Assert.Equal(["2"], await InStateAsync("open"));
        Assert.Equal(["1"], await InStateAsync("done"));
        await Client.DeleteItemAsync("orders", Key("a", "1"));
        Assert.Empty(await InStateAsync("done"));
    }

    [Fact]
    public async Task Capacity_is_told_by_table_and_index()
    {
        var put = await Client.PutItemAsync(new PutItemRequest
        {
            TableName = "orders",
            Item = new(Key("a", "1")) { ["state"] = new("open"), ["text"] = new(new string('x', 2500)) },
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        });
        var get = await Client.GetItemAsync(new GetItemRequest { TableName = "orders", Key = Key("a", "1"), ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL });

        Assert.Equal((6.0, 3.0, 3.0), (put.ConsumedCapacity.CapacityUnits, put.ConsumedCapacity.Table.CapacityUnits, put.ConsumedCapacity.GlobalSecondaryIndexes["by-state"].CapacityUnits));
        Assert.Equal(0.5, get.ConsumedCapacity.CapacityUnits);
    }

    [Fact]
    public async Task A_repeated_transaction_has_one_effect()
    {
        var request = new TransactWriteItemsRequest
        {
            ClientRequestToken = "t1",
            TransactItems = [new() { Update = Increment("a") }],
        };
        await Client.TransactWriteItemsAsync(request);
        await Client.TransactWriteItemsAsync(request);
        Assert.Equal("1", await CountAsync("a"));

        request.TransactItems = [new() { Update = Increment("b") }];
        await Assert.ThrowsAsync<IdempotentParameterMismatchException>(() => Client.TransactWriteItemsAsync(request));

        _aws.Clock.Advance(TimeSpan.FromMinutes(10));
        await Client.TransactWriteItemsAsync(request);
        Assert.Equal("1", await CountAsync("b"));
    }

    [Fact]
    public async Task A_cancelled_transaction_tells_why_for_each_action()
    {
        await PutAsync("a", "1", ("state", "open"));

        var error = await Assert.ThrowsAsync<TransactionCanceledException>(() => Client.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems =
            [
                new() { Put = new Put { TableName = "orders", Item = Key("z", "1") } },
                new()
                {
                    ConditionCheck = new ConditionCheck
                    {
                        TableName = "orders",
                        Key = Key("a", "1"),
                        ConditionExpression = "attribute_not_exists(pk)",
                        ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                    },
                },
            ],
        }));

        Assert.Equal("Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]", error.Message);
        Assert.Equal(["None", "ConditionalCheckFailed"], error.CancellationReasons.Select(reason => reason.Code));
        Assert.Equal("The conditional request failed", error.CancellationReasons[1].Message);
        Assert.Equal("open", error.CancellationReasons[1].Item["state"].S);
        Assert.Null((await Client.GetItemAsync("orders", Key("z", "1"))).Item);
    }

    [Fact]
    public async Task An_expired_item_is_gone_a_second_later()
    {
        await Client.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest
        {
            TableName = "orders",
            TimeToLiveSpecification = new TimeToLiveSpecification { AttributeName = "until", Enabled = true },
        });
        var until = _aws.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
        await Client.PutItemAsync("orders", new(Key("a", "1")) { ["until"] = new AttributeValue { N = $"{until}" }, ["state"] = new("open") });
        await Client.PutItemAsync("orders", new(Key("a", "2")) { ["until"] = new AttributeValue($"{until}") });

        _aws.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.NotNull((await Client.GetItemAsync("orders", Key("a", "1"))).Item);
        _aws.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Null((await Client.GetItemAsync("orders", Key("a", "1"))).Item);
        Assert.NotNull((await Client.GetItemAsync("orders", Key("a", "2"))).Item);
        Assert.Empty(await InStateAsync("open"));
        Assert.Equal("ENABLED", (await Client.DescribeTimeToLiveAsync("orders")).TimeToLiveDescription.TimeToLiveStatus);
    }

    [Fact]
    public async Task A_table_is_described_as_it_was_made()
    {
        await PutAsync("a", "1", ("state", "open"));

        var table = (await Client.DescribeTableAsync("orders")).Table;

        Assert.Equal((TableStatus.ACTIVE, 1L), (table.TableStatus, table.ItemCount));
        Assert.Equal("arn:aws:dynamodb:us-east-1:000000000000:table/orders", table.TableArn);
        Assert.Equal(BillingMode.PAY_PER_REQUEST, table.BillingModeSummary.BillingMode);
        Assert.Equal(["pk", "sk"], table.KeySchema.Select(key => key.AttributeName));
        Assert.Equal(IndexStatus.ACTIVE, Assert.Single(table.GlobalSecondaryIndexes).IndexStatus);
        Assert.Equal(_aws.Clock.GetUtcNow().UtcDateTime, table.CreationDateTime!.Value.ToUniversalTime(), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task A_new_index_holds_what_the_table_has()
    {
        await PutAsync("a", "1", ("city", "Bern"));
        await Client.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = "orders",
            AttributeDefinitions = [new("city", ScalarAttributeType.S)],
            GlobalSecondaryIndexUpdates =
            [
                new()
                {
                    Create = new CreateGlobalSecondaryIndexAction
                    {
                        IndexName = "by-city",
                        KeySchema = [new("city", KeyType.HASH)],
                        Projection = new Projection { ProjectionType = ProjectionType.KEYS_ONLY },
                    },
                },
            ],
        });

        var scan = await Client.ScanAsync(new ScanRequest { TableName = "orders", IndexName = "by-city" });

        Assert.Equal(["city", "pk", "sk"], Assert.Single(scan.Items).Keys.Order());
    }

    [Fact]
    public async Task A_protected_table_is_not_deleted()
    {
        await Client.UpdateTableAsync(new UpdateTableRequest { TableName = "orders", DeletionProtectionEnabled = true });

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => Client.DeleteTableAsync("orders"));

        Assert.Equal("ValidationException", error.ErrorCode);
        await Client.UpdateTableAsync(new UpdateTableRequest { TableName = "orders", DeletionProtectionEnabled = false });
        Assert.Equal(TableStatus.DELETING, (await Client.DeleteTableAsync("orders")).TableDescription.TableStatus);
        Assert.Empty((await Client.ListTablesAsync()).TableNames ?? []);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_named()
    {
        var ofItems = await Assert.ThrowsAsync<ResourceNotFoundException>(() => Client.GetItemAsync("nowhere", Key("a", "1")));
        var ofTables = await Assert.ThrowsAsync<ResourceNotFoundException>(() => Client.DescribeTableAsync("nowhere"));

        Assert.Equal("Requested resource not found", ofItems.Message);
        Assert.Equal("Requested resource not found: Table: nowhere not found", ofTables.Message);
    }

    [Fact]
    public async Task Batches_write_and_read_several_tables()
    {
        await _aws.CreateTableAsync("others", "id");
        var written = await Client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>>
        {
            ["orders"] = [.. Enumerable.Range(0, 20).Select(i => new WriteRequest(new PutRequest(Key("a", $"{i}"))))],
            ["others"] = [new WriteRequest(new PutRequest(new() { ["id"] = new("x") }))],
        });

        var read = await Client.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes>
        {
            ["orders"] = new() { Keys = [.. Enumerable.Range(0, 30).Select(i => Key("a", $"{i}"))], ProjectionExpression = "sk" },
            ["others"] = new() { Keys = [new() { ["id"] = new("x") }] },
        });

        Assert.Empty(written.UnprocessedItems ?? []);
        Assert.Equal(20, read.Responses["orders"].Count);
        Assert.All(read.Responses["orders"], item => Assert.Equal(["sk"], item.Keys));
        Assert.Single(read.Responses["others"]);
        Assert.Empty(read.UnprocessedKeys ?? []);
    }

    [Fact]
    public async Task Keys_for_which_a_batch_has_no_room_are_given_back()
    {
        var large = new string('x', 300 * 1024);
        for (var i = 0; i < 60; i++)
        {
            await Client.PutItemAsync("orders", new(Key("a", $"{i:00}")) { ["text"] = new(large) });
        }

        var first = await Client.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes>
        {
            ["orders"] = new() { Keys = [.. Enumerable.Range(0, 60).Select(i => Key("a", $"{i:00}"))], ProjectionExpression = "sk", ConsistentRead = true },
        });
        var second = await Client.BatchGetItemAsync(first.UnprocessedKeys);

        Assert.Equal(54, first.Responses["orders"].Count);
        Assert.Equal(6, second.Responses["orders"].Count);
        Assert.Equal(["sk"], second.Responses["orders"][0].Keys);
    }

    [Fact]
    public async Task Tags_are_kept()
    {
        var arn = (await Client.DescribeTableAsync("orders")).Table.TableArn;
        await Client.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [new Tag { Key = "a", Value = "1" }, new Tag { Key = "b", Value = "2" }] });
        await Client.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["a"] });

        Assert.Equal("b", Assert.Single((await Client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn })).Tags).Key);
    }

    [Fact]
    public async Task What_is_not_emulated_is_refused_by_name()
    {
        var partiQl = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => Client.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = "SELECT * FROM orders" }));
        var backup = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => Client.CreateBackupAsync(new CreateBackupRequest { TableName = "orders", BackupName = "bbb" }));

        Assert.Equal(("UnknownOperationException", "The operation ExecuteStatement of DynamoDB is not emulated here: PartiQL statements are not; use the operations on items."), (partiQl.ErrorCode, partiQl.Message));
        Assert.Equal("The operation CreateBackup of DynamoDB is not emulated here; docs/conformance.md lists what is.", backup.Message);
    }

    private static Dictionary<string, AttributeValue> Key(string pk, string sk) => new() { ["pk"] = new(pk), ["sk"] = new(sk) };

    private static Update Increment(string pk) => new()
    {
        TableName = "orders",
        Key = Key(pk, "count"),
        UpdateExpression = "ADD n :one",
        ExpressionAttributeValues = new() { [":one"] = new AttributeValue { N = "1" } },
    };

    private static QueryRequest Query(QueryRequest request)
    {
        request.TableName = "orders";
        request.KeyConditionExpression = "pk = :p";
        request.ExpressionAttributeValues = new(request.ExpressionAttributeValues ?? []) { [":p"] = new("a") };
        return request;
    }

    private async Task<List<string>> PagesAsync(QueryRequest request)
    {
        var pages = new List<string>();
        do
        {
            var page = await Client.QueryAsync(Query(request));
            pages.Add(string.Join(',', page.Items.Select(item => item["sk"].S)));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return pages;
    }

    private async Task<string?> CountAsync(string pk) => (await Client.GetItemAsync("orders", Key(pk, "count"))).Item["n"].N;

    private async Task<List<string>> InStateAsync(string state)
    {
        var page = await Client.QueryAsync(new QueryRequest
        {
            TableName = "orders",
            IndexName = "by-state",
            KeyConditionExpression = "#s = :s",
            ExpressionAttributeNames = new() { ["#s"] = "state" },
            ExpressionAttributeValues = new() { [":s"] = new(state) },
        });
        return [.. page.Items.Select(item => item["sk"].S)];
    }

    private async Task<Dictionary<string, AttributeValue>> UpdateAsync(ReturnValue returned, string state) => (await Client.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = "orders",
        Key = Key("a", "1"),
        UpdateExpression = "SET #s = :s",
        ExpressionAttributeNames = new() { ["#s"] = "state" },
        ExpressionAttributeValues = new() { [":s"] = new(state) },
        ReturnValues = returned,
    })).Attributes;

    private Task PutAsync(string pk, string sk, params (string Name, string Value)[] attributes)
    {
        var item = Key(pk, sk);
        foreach (var (name, value) in attributes)
        {
            item[name] = new(value);
        }

        return Client.PutItemAsync("orders", item);
    }
}
