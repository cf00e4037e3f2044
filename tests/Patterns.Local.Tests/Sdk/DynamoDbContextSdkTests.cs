using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;

namespace Patterns.Local.Tests.Sdk;

/// <summary>The SDK's object persistence model, unmodified.</summary>
public sealed class DynamoDbContextSdkTests : IAsyncLifetime
{
    private SdkEndpoint _aws = null!;
    private DynamoDBContext _context = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await SdkEndpoint.StartAsync();
        await _aws.CreateTableAsync("customers", "pk", "sk", index: ("by-city", "City", "sk"));
        _context = new DynamoDBContextBuilder().WithDynamoDBClient(() => _aws.DynamoDb).Build();
    }

    public async ValueTask DisposeAsync()
    {
        _context.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task An_object_is_loaded_as_it_was_saved()
    {
        await _context.SaveAsync(Ada());

        var loaded = await _context.LoadAsync<Customer>("eu", "ada");

        Assert.Equal(("eu", "ada", "Bern", 3, 12.50m, true, 0), (loaded.Region, loaded.Id, loaded.City, loaded.Orders, loaded.Balance, loaded.IsActive, loaded.Version));
        Assert.Equal(["a", "b"], loaded.Tags);
        Assert.Equal(7, loaded.Scores!["chess"]);
        Assert.Equal(Ada().Since, loaded.Since.ToUniversalTime());
        Assert.Null(await _context.LoadAsync<Customer>("eu", "nobody"));
    }

    [Fact]
    public async Task An_attribute_that_becomes_null_is_removed()
    {
        var ada = Ada();
        await _context.SaveAsync(ada);
        ada.City = null;
        await _context.SaveAsync(ada);

        var item = (await _aws.DynamoDb.GetItemAsync("customers", new() { ["pk"] = new("eu"), ["sk"] = new("ada") })).Item;

        Assert.DoesNotContain("City", item.Keys);
        Assert.Equal("1", item["Version"].N);
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        await _context.SaveAsync(Ada());
        var mine = await _context.LoadAsync<Customer>("eu", "ada");
        var theirs = await _context.LoadAsync<Customer>("eu", "ada");
        await _context.SaveAsync(theirs);

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => _context.SaveAsync(mine));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => _context.DeleteAsync(mine));
        await _context.DeleteAsync(theirs);

        Assert.Null(await _context.LoadAsync<Customer>("eu", "ada"));
    }

    [Fact]
    public async Task A_query_takes_a_range_a_filter_and_a_direction()
    {
        await SaveManyAsync();

        var range = await _context.QueryAsync<Customer>("eu", QueryOperator.Between, ["c02", "c05"]).GetRemainingAsync();
        var filtered = await _context.QueryAsync<Customer>("eu", new QueryConfig
        {
            BackwardQuery = true,
            QueryFilter = [new ScanCondition("Orders", ScanOperator.GreaterThan, 7)],
        }).GetRemainingAsync();

        Assert.Equal(["c02", "c03", "c04", "c05"], range.Select(customer => customer.Id));
        Assert.Equal(["c09", "c08"], filtered.Select(customer => customer.Id));
    }

    [Fact]
    public async Task A_query_reads_an_index()
    {
        await SaveManyAsync();

        var found = await _context.QueryAsync<Customer>("Bern", new QueryConfig { IndexName = "by-city" }).GetRemainingAsync();

        Assert.Equal(["c00", "c02", "c04", "c06", "c08"], found.Select(customer => customer.Id));
    }

    [Fact]
    public async Task A_scan_takes_conditions_of_every_kind()
    {
        await SaveManyAsync();

        var found = await _context.ScanAsync<Customer>(
            [
                new ScanCondition("City", ScanOperator.In, "Bern", "Rome"),
                new ScanCondition("Orders", ScanOperator.Between, 2, 6),
                new ScanCondition("Tags", ScanOperator.Contains, "t4"),
                new ScanCondition("Balance", ScanOperator.IsNotNull),
            ]).GetRemainingAsync();

        Assert.Equal("c04", Assert.Single(found).Id);
    }

    [Fact]
    public async Task Batches_write_and_read_many_objects()
    {
        var write = _context.CreateBatchWrite<Customer>(new BatchWriteConfig { SkipVersionCheck = true });
        write.AddPutItems(Enumerable.Range(0, 40).Select(Numbered));
        await write.ExecuteAsync();

        var read = _context.CreateBatchGet<Customer>();
        for (var i = 0; i < 40; i++)
        {
            read.AddKey("eu", Numbered(i).Id);
        }

        await read.ExecuteAsync();

        Assert.Equal(40, read.Results.Count);
    }

    [Fact]
    public async Task Transactions_write_and_read_several_objects()
    {
        var write = _context.CreateTransactWrite<Customer>();
        write.AddSaveItems([Numbered(1), Numbered(2)]);
        await write.ExecuteAsync();
        var stale = Numbered(2);
        var refused = _context.CreateTransactWrite<Customer>();
        refused.AddSaveItems([Numbered(3), stale]);

        var error = await Assert.ThrowsAsync<TransactionCanceledException>(() => refused.ExecuteAsync());

        var read = _context.CreateTransactGet<Customer>();
        read.AddKey("eu", "c01");
        read.AddKey("eu", "c02");
        await read.ExecuteAsync();
        Assert.Equal(["None", "ConditionalCheckFailed"], error.CancellationReasons.Select(reason => reason.Code));
        Assert.Equal(["c01", "c02"], read.Results.Select(customer => customer.Id));
        Assert.Null(await _context.LoadAsync<Customer>("eu", "c03"));
    }

    private static Customer Ada() => new()
    {
        Region = "eu",
        Id = "ada",
        City = "Bern",
        Orders = 3,
        Balance = 12.50m,
        IsActive = true,
        Tags = ["a", "b"],
        Scores = new() { ["chess"] = 7 },
        Since = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc),
    };

    private static Customer Numbered(int number) => new()
    {
        Region = "eu",
        Id = $"c{number:00}",
        City = number % 2 == 0 ? "Bern" : "Oslo",
        Orders = number,
        Tags = [$"t{number}"],
    };

    private async Task SaveManyAsync()
    {
        for (var i = 0; i < 10; i++)
        {
            await _context.SaveAsync(Numbered(i));
        }
    }
}
