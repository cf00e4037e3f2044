namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>Queries, scans, batches and transactions that the service refuses, with its words.</summary>
public sealed class ReadRefusalTests : IDisposable
{
    private const string Pk = """ "KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}} """;
    private const string Gk = """ "KeyConditionExpression":"gk = :p","ExpressionAttributeValues":{":p":{"S":"a"}} """;

    private readonly DynamoDbFixture _aws = new();

    public ReadRefusalTests() => _aws.CreateTable();

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData(""" "Limit":1 """, "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.")]
    [InlineData(Pk + ""","Limit":0""", "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData(Pk + ""","IndexName":"nope" """, "The table does not have the specified index: nope")]
    [InlineData(Gk + ""","IndexName":"gsi","ConsistentRead":true""", "Consistent reads are not supported on global secondary indexes")]
    [InlineData(Gk + ""","IndexName":"gsi","Select":"ALL_ATTRIBUTES" """, "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index gsi because its projection type is not ALL")]
    [InlineData(Gk + ""","IndexName":"gsi","ProjectionExpression":"held, more" """, "One or more parameter values were invalid: Global secondary index gsi does not project [more]")]
    [InlineData(Pk + ""","Select":"ALL_PROJECTED_ATTRIBUTES" """, "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")]
    [InlineData(Pk + ""","Select":"COUNT","ProjectionExpression":"a" """, "Cannot specify the ProjectionExpression when choosing to get only the Count")]
    [InlineData(Pk + ""","FilterExpression":"attribute_exists(sk)" """, "Filter Expression can only contain non-primary key attributes: Primary key attribute: sk")]
    [InlineData(Pk + ""","ExclusiveStartKey":{"pk":{"S":"a"}} """, "The provided starting key is invalid: The provided key element does not match the schema")]
    [InlineData(Pk + ""","ExclusiveStartKey":{"pk":{"S":"b"},"sk":{"N":"1"}} """, "The provided starting key is outside query boundaries based on provided conditions")]
    [InlineData(""" "KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"N":"1"}} """, "One or more parameter values were invalid: Condition parameter type does not match schema type")]
    [InlineData(""" "KeyConditionExpression":"pk = :p AND sk > :s","ExpressionAttributeValues":{":p":{"S":"a"},":s":{"N":"5"}},"ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"N":"5"}} """, "The provided starting key does not match the range key predicate")]
    public void A_query(string parameters, string message) =>
        Assert.Equal($"ValidationException: {message}", _aws.Refusal("Query", $$"""{"TableName":"things",{{parameters}}}"""));

    [Theory]
    [InlineData(""" "Segment":1 """, "The TotalSegments parameter is required but was not present in the request when Segment parameter is present")]
    [InlineData(""" "TotalSegments":1 """, "The Segment parameter is required but was not present in the request when parameter TotalSegments is present")]
    [InlineData(""" "Segment":2,"TotalSegments":2 """, "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2")]
    [InlineData(""" "Select":"SPECIFIC_ATTRIBUTES" """, "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES")]
    public void A_scan(string parameters, string message) =>
        Assert.Equal($"ValidationException: {message}", _aws.Refusal("Scan", $$"""{"TableName":"things",{{parameters}}}"""));

    [Fact]
    public void Batches_with_too_much_or_twice_the_same()
    {
        string Keys(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $$$"""{"pk":{"S":"a"},"sk":{"N":"{{{i}}}"}}"""));
        string Puts(IEnumerable<int> numbers) => string.Join(',', numbers.Select(i => $$$$"""{"PutRequest":{"Item":{"pk":{"S":"a"},"sk":{"N":"{{{{i}}}}"} } } }"""));

        Assert.Equal("ValidationException: Too many items requested for the BatchGetItem call", _aws.Refusal("BatchGetItem", $$$"""{"RequestItems":{"things":{"Keys":[{{{Keys(101)}}}] } } }"""));
        Assert.Equal("ValidationException: Provided list of item keys contains duplicates", _aws.Refusal("BatchGetItem", $$$"""{"RequestItems":{"things":{"Keys":[{{{Keys(1)}}},{{{Keys(1)}}}] } } }"""));
        Assert.Equal("ValidationException: Too many items requested for the BatchWriteItem call", _aws.Refusal("BatchWriteItem", $$"""{"RequestItems":{"things":[{{Puts(Enumerable.Range(0, 26))}}] } }"""));
        Assert.Equal("ValidationException: Provided list of item keys contains duplicates", _aws.Refusal("BatchWriteItem", $$"""{"RequestItems":{"things":[{{Puts([1, 1])}}] } }"""));
        Assert.Equal("ResourceNotFoundException: Requested resource not found", _aws.Refusal("BatchWriteItem", $$"""{"RequestItems":{"nothings":[{{Puts([1])}}] } }"""));
        Assert.Equal("ValidationException: 1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1", _aws.Refusal("BatchWriteItem", """{"RequestItems":{}}"""));
    }

    [Fact]
    public void A_batch_with_one_unfit_item_writes_nothing()
    {
        _aws.Refusal("BatchWriteItem", """
            {"RequestItems":{"things":[
              {"PutRequest":{"Item":{"pk":{"S":"a"},"sk":{"N":"1"}}}},
              {"PutRequest":{"Item":{"pk":{"S":"a"},"sk":{"N":"2"},"gk":{"N":"1"}}}}]}}
            """);

        Assert.Equal(0, (int)_aws.Call("Scan", """{"TableName":"things"}""")["Count"]!);
    }

    [Fact]
    public void Transactions_with_too_much_or_twice_the_same()
    {
        string Put(int number) => $$$$"""{"Put":{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"{{{{number}}}}"} } } }""";

        Assert.Equal(
            "ValidationException: Transaction request cannot include multiple operations on one item",
            _aws.Refusal("TransactWriteItems", $$"""{"TransactItems":[{{Put(1)}},{{Put(1)}}]}"""));
        Assert.EndsWith(
            "Member must have length less than or equal to 100",
            _aws.Refusal("TransactWriteItems", $$"""{"TransactItems":[{{string.Join(',', Enumerable.Range(0, 101).Select(Put))}}]}"""));
        Assert.StartsWith(
            "ValidationException: 1 validation error detected: Value null at 'transactItems'",
            _aws.Refusal("TransactGetItems", "{}"));
    }
}
