using Amazon.DynamoDBv2;
using Patterns.Tables;

namespace Patterns.Aws.Tests;

public sealed class TableTests(Endpoint endpoint) : IClassFixture<Endpoint>
{
    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("orders/1")]
    [InlineData("arn:aws:dynamodb:eu-west-1:111122223333:orders")]
    [InlineData("arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/byDate")]
    [InlineData("arn:aws:dynamodb::111122223333:table/orders")]
    [InlineData("arn:aws:sqs:eu-west-1:111122223333:orders")]
    public void What_names_no_table_is_refused(string nameOrArn)
    {
        var exception = Assert.Throws<ArgumentException>(() => Table.From(nameOrArn));

        Assert.Equal($"'{nameOrArn}' names no table. Expected a table's name or ARN (arn:aws:dynamodb:…:table/…).", exception.Message);
    }

    [Fact]
    public void A_table_of_another_Region_than_the_clients_is_refused()
    {
        using var client = new AmazonDynamoDBClient("id", "secret", Amazon.RegionEndpoint.EUWest1);

        var exception = Assert.Throws<ArgumentException>(() => Table.From(client, "arn:aws:dynamodb:us-east-1:111122223333:table/orders"));

        Assert.Equal("'arn:aws:dynamodb:us-east-1:111122223333:table/orders' is in us-east-1, but the client is for eu-west-1.", exception.Message);
    }

    [Fact]
    public void Options_have_defaults()
    {
        var options = new DynamoDbTableOptions();

        Assert.Equal(("pk", "sk", "expiresAt"), (options.PartitionKeyName, options.SortKeyName, options.ExpiresAtName));
        Assert.Equal((5, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2), 4), (options.MaxAttempts, options.FirstDelay, options.MaxDelay, options.MaxParallelism));
        Assert.Same(TimeProvider.System, options.Time);
    }

    [Fact]
    public void All_mistakes_in_the_options_are_said_at_once()
    {
        var options = new DynamoDbTableOptions { SortKeyName = "pk", MaxAttempts = 0, FirstDelay = TimeSpan.FromSeconds(3), MaxParallelism = 0, Time = null! };

        var exception = Assert.Throws<OptionsException>(() => Table.From(endpoint.DynamoDb, "orders", options));

        Assert.Equal(
            [
                "PartitionKeyName, SortKeyName and ExpiresAtName must be three different names, but are 'pk', 'pk' and 'expiresAt'.",
                "MaxAttempts must be at least 1, but is 0.",
                "FirstDelay and MaxDelay must not be negative, nor the first the larger one, but are 00:00:03 and 00:00:02.",
                "MaxParallelism must be at least 1, but is 0.",
                "Time must not be null.",
            ],
            exception.Mistakes);
    }

    [Fact]
    public async Task A_table_is_found_by_its_ARN()
    {
        var name = await endpoint.CreateTableAsync();
        var arn = (await endpoint.DynamoDb.DescribeTableAsync(name)).Table.TableArn;
        var table = Table.From(endpoint.DynamoDb, arn);

        await table.PutAsync(new TableItem(new("p", "1")) { ["n"] = 1 }, default);
        await table.WriteManyAsync([new TablePut(new TableItem(new("p", "2")) { ["n"] = 2 })], default);
        await table.TransactAsync([new TablePut(new TableItem(new("p", "3")) { ["n"] = 3 })], token: null, default);

        var items = await Table.From(endpoint.DynamoDb, name).GetManyAsync([new("p", "1"), new("p", "2"), new("p", "3")], default);
        Assert.Equal([1L, 2, 3], items.Select(item => item!["n"]!.GetInt64()));
        Assert.Equal(items.Select(item => item!.Key), (await table.GetManyAsync([new("p", "1"), new("p", "2"), new("p", "3")], default)).Select(item => item!.Key));
    }
}
