using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;

namespace Patterns.Local.Tests.Sdk;

/// <summary>The SDK's document model, unmodified.</summary>
public sealed class DynamoDbDocumentSdkTests : IAsyncLifetime
{
    private SdkEndpoint _aws = null!;
    private ITable _table = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await SdkEndpoint.StartAsync();
        await _aws.CreateTableAsync("docs", "pk", "sk");
        _table = new TableBuilder(_aws.DynamoDb, "docs").AddHashKey("pk", DynamoDBEntryType.String).AddRangeKey("sk", DynamoDBEntryType.String).Build();
    }

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public async Task A_document_is_read_as_it_was_put()
    {
        await _table.PutItemAsync(Document(1));

        var read = await _table.GetItemAsync("a", "d1");
        var part = await _table.GetItemAsync("a", "d1", new GetItemOperationConfig { AttributesToGet = ["size"] });

        Assert.Equal(1, read["size"].AsInt());
        Assert.Equal("deep", read["nested"].AsDocument()["x"].AsListOfDynamoDBEntry()[0].AsString());
        Assert.Equal(["size"], part.Keys);
    }

    [Fact]
    public async Task An_update_changes_and_removes_attributes()
    {
        await _table.PutItemAsync(Document(1));

        var updated = await _table.UpdateItemAsync(
            new Document { ["pk"] = "a", ["sk"] = "d1", ["size"] = 5, ["name"] = new DynamoDBNull() },
            new UpdateItemOperationConfig { ReturnValues = ReturnValues.AllNewAttributes });

        Assert.Equal(5, updated["size"].AsInt());
        Assert.Equal("deep", updated["nested"].AsDocument()["x"].AsListOfDynamoDBEntry()[0].AsString());
    }

    [Fact]
    public async Task An_expected_state_that_does_not_hold_is_refused()
    {
        await _table.PutItemAsync(Document(1));
        var expected = new ExpectedState { ConditionalOperator = ConditionalOperatorValues.Or };
        expected.AddExpected("size", ScanOperator.GreaterThan, 3);
        expected.AddExpected("name", exists: false);

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() =>
            _table.PutItemAsync(Document(1), new PutItemOperationConfig { ExpectedState = expected }));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() =>
            _table.DeleteItemAsync(Document(1), new DeleteItemOperationConfig { Expected = new Document { ["size"] = 2 } }));
        await _table.DeleteItemAsync(Document(1), new DeleteItemOperationConfig { Expected = new Document { ["size"] = 1 } });

        Assert.Null(await _table.GetItemAsync("a", "d1"));
    }

    [Fact]
    public async Task A_conditional_expression_is_honoured()
    {
        await _table.PutItemAsync(Document(1));
        var absent = new Expression { ExpressionStatement = "attribute_not_exists(pk)" };

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() =>
            _table.PutItemAsync(Document(1), new PutItemOperationConfig { ConditionalExpression = absent }));
    }

    [Fact]
    public async Task Searches_take_filters_and_expressions_and_go_page_by_page()
    {
        for (var i = 0; i < 9; i++)
        {
            await _table.PutItemAsync(Document(i));
        }

        var filter = new QueryFilter("pk", QueryOperator.Equal, "a");
        filter.AddCondition("sk", QueryOperator.BeginsWith, "d");
        filter.AddCondition("size", ScanOperator.GreaterThanOrEqual, 2);
        var byFilter = await _table.Query(new QueryOperationConfig { Filter = filter, Limit = 2, AttributesToGet = ["sk"], Select = SelectValues.SpecificAttributes }).GetRemainingAsync();
        var byExpression = await _table.Query(new QueryOperationConfig
        {
            KeyExpression = new Expression { ExpressionStatement = "pk = :p", ExpressionAttributeValues = new() { [":p"] = "a" } },
            BackwardSearch = true,
        }).GetNextSetAsync();
        var scan = new ScanFilter();
        scan.AddCondition("name", ScanOperator.NotContains, "3");
        scan.AddCondition("size", ScanOperator.LessThan, 5);
        var scanned = await _table.Scan(new ScanOperationConfig { Filter = scan, Limit = 3 }).GetRemainingAsync();

        Assert.Equal(["d2", "d3", "d4", "d5", "d6", "d7", "d8"], byFilter.Select(document => document["sk"].AsString()));
        Assert.All(byFilter, document => Assert.Equal(["sk"], document.Keys));
        Assert.Equal("d8", byExpression[0]["sk"].AsString());
        Assert.Equal(["d0", "d1", "d2", "d4"], scanned.Select(document => document["sk"].AsString()).Order());
        Assert.Equal(9, await CountAsync());
    }

    [Fact]
    public async Task Batches_and_transactions_take_documents()
    {
        var batch = _table.CreateBatchWrite();
        batch.AddDocumentToPut(Document(1));
        batch.AddDocumentToPut(Document(2));
        await batch.ExecuteAsync();
        var transaction = _table.CreateTransactWrite();
        transaction.AddDocumentToPut(Document(3));
        transaction.AddItemToDelete(Document(1));
        await transaction.ExecuteAsync();

        var read = _table.CreateBatchGet();
        read.AddKey("a", "d1");
        read.AddKey("a", "d2");
        read.AddKey("a", "d3");
        await read.ExecuteAsync();

        Assert.Equal(["d2", "d3"], read.Results.Select(document => document["sk"].AsString()).Order());
    }

    private static Document Document(int number) => new()
    {
        ["pk"] = "a",
        ["sk"] = $"d{number}",
        ["size"] = number,
        ["name"] = $"name {number}",
        ["nested"] = new Document { ["x"] = new DynamoDBList([new Primitive("deep")]) },
    };

    private async Task<int> CountAsync()
    {
        var search = _table.Query(new QueryOperationConfig { Filter = new QueryFilter("pk", QueryOperator.Equal, "a"), Select = SelectValues.Count });
        await search.GetRemainingAsync();
        return search.Count;
    }
}
