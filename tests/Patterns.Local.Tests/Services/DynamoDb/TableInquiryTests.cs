namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>What clients may ask about account, endpoint and tables.</summary>
public sealed class TableInquiryTests : IDisposable
{
    private readonly DynamoDbFixture _aws = new();

    public TableInquiryTests() => _aws.CreateTable();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void The_quotas_are_the_default_ones() => Assert.Equal(40_000, (int)_aws.Call("DescribeLimits", "{}")["TableMaxReadCapacityUnits"]!);

    [Fact]
    public void The_endpoint_is_the_runner_s() =>
        Assert.Equal("127.0.0.1:4566", (string)_aws.Call("DescribeEndpoints", "{}")["Endpoints"]![0]!["Address"]!);

    [Fact]
    public void There_are_no_backups() => Assert.Equal(
        "DISABLED",
        (string)_aws.Call("DescribeContinuousBackups", """{"TableName":"things"}""")["ContinuousBackupsDescription"]!["ContinuousBackupsStatus"]!);

    [Fact]
    public void Tables_are_listed_page_by_page()
    {
        _aws.CreateTable("zebras");
        _aws.CreateTable("apples");

        var first = _aws.Call("ListTables", """{"Limit":2}""");
        var second = _aws.Call("ListTables", $$"""{"Limit":2,"ExclusiveStartTableName":"{{first["LastEvaluatedTableName"]}}"}""");

        Assert.Equal("""["apples","things"]""", first["TableNames"]!.ToJsonString());
        Assert.Equal("""{"TableNames":["zebras"]}""", second.ToJsonString());
    }

    [Fact]
    public void A_stream_begins_and_ends_with_its_settings()
    {
        var on = _aws.Call("UpdateTable", """{"TableName":"things","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}}""")["TableDescription"]!;
        var off = _aws.Call("UpdateTable", """{"TableName":"things","StreamSpecification":{"StreamEnabled":false}}""")["TableDescription"]!;

        Assert.Equal("NEW_IMAGE", (string)on["StreamSpecification"]!["StreamViewType"]!);
        Assert.Null(off["StreamSpecification"]);
        Assert.Equal((string)on["LatestStreamArn"]!, (string)off["LatestStreamArn"]!);
        var stream = Assert.Single(_aws.Service.Streams.All);
        Assert.False(stream.IsEnabled);
        _aws.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty(_aws.Service.Streams.All);
    }

    [Fact]
    public void A_write_and_an_expiry_are_recorded_in_the_stream()
    {
        _aws.Call("UpdateTable", """{"TableName":"things","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}""");
        _aws.Call("UpdateTimeToLive", """{"TableName":"things","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"t"}}""");
        var until = _aws.Clock.GetUtcNow().ToUnixTimeSeconds() + 5;
        _aws.Call("PutItem", $$$"""{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"t":{"N":"{{{until}}}"} } }""");

        _aws.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(2, _aws.Service.Find("things").Stream!.Log.Shards.Sum(shard => shard.Tip));
        Assert.Equal(0, (int)_aws.Call("Scan", """{"TableName":"things"}""")["Count"]!);
    }

    [Fact]
    public void A_local_index_fetches_what_it_does_not_hold()
    {
        _aws.Call("PutItem", """{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"gk":{"S":"g"},"held":{"S":"h"},"more":{"S":"m"}}}""");
        const string Query = """{"TableName":"things","IndexName":"lsi","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}},"ReturnConsumedCapacity":"INDEXES","Select":"SELECT"}""";

        var all = _aws.Call("Query", Query.Replace("SELECT", "ALL_ATTRIBUTES", StringComparison.Ordinal));
        var projected = _aws.Call("Query", Query.Replace("SELECT", "ALL_PROJECTED_ATTRIBUTES", StringComparison.Ordinal));

        Assert.Equal("m", (string)all["Items"]![0]!["more"]!["S"]!);
        Assert.Equal(1.0, (double)all["ConsumedCapacity"]!["CapacityUnits"]!);
        Assert.Null(projected["Items"]![0]!["held"]);
        Assert.Equal(0.5, (double)projected["ConsumedCapacity"]!["LocalSecondaryIndexes"]!["lsi"]!["CapacityUnits"]!);
    }
}
