namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>Tables that cannot be made or changed as asked, with the service's words.</summary>
public sealed class TableRefusalTests : IDisposable
{
    private const string Hash = """ "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}] """;
    private const string Definition = """ "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}] """;
    private const string OnDemand = """ "BillingMode":"PAY_PER_REQUEST" """;

    private readonly DynamoDbFixture _aws = new();

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData(Hash + "," + Definition, "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED")]
    [InlineData(Hash + "," + Definition + "," + OnDemand + ""","ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}""", "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST")]
    [InlineData(Hash + "," + OnDemand + ""","AttributeDefinitions":[{"AttributeName":"other","AttributeType":"S"}]""", "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [pk], AttributeDefinitions: [other]")]
    [InlineData(Hash + "," + OnDemand + ""","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"x","AttributeType":"S"}]""", "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions")]
    [InlineData(Hash + "," + OnDemand + ""","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"SS"}]""", "1 validation error detected: Value 'SS' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]")]
    [InlineData(Definition + "," + OnDemand + ""","KeySchema":[{"AttributeName":"pk","KeyType":"RANGE"}]""", "Invalid KeySchema: The first KeySchemaElement is not a HASH key type")]
    [InlineData(Hash + "," + Definition + "," + OnDemand + ""","StreamSpecification":{"StreamEnabled":true}""", "One or more parameter values were invalid: StreamViewType is required when StreamEnabled is true")]
    [InlineData(Hash + "," + Definition + "," + OnDemand + ""","GlobalSecondaryIndexes":[]""", "One or more parameter values were invalid: List of GlobalSecondaryIndexes is empty")]
    [InlineData(Hash + "," + Definition + "," + OnDemand + ""","LocalSecondaryIndexes":[{"IndexName":"lsi"}]""", "One or more parameter values were invalid: Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex")]
    public void A_new_table(string parameters, string message) =>
        Assert.Equal($"ValidationException: {message}", _aws.Refusal("CreateTable", $$"""{"TableName":"things",{{parameters}}}"""));

    [Theory]
    [InlineData("ReplicaUpdates", "[]")]
    [InlineData("MultiRegionConsistency", "\"STRONG\"")]
    [InlineData("GlobalTableWitnessUpdates", "[]")]
    [InlineData("GlobalTableSourceArn", "\"arn\"")]
    public void What_would_change_a_table_but_is_not_emulated(string parameter, string value)
    {
        var message = $"ValidationException: {parameter} is not emulated here; docs/conformance.md lists what is.";

        Assert.Equal(message, _aws.Refusal("CreateTable", $$"""{"TableName":"things",{{Hash}},{{Definition}},{{OnDemand}},"{{parameter}}":{{value}}}"""));
        _aws.CreateTable();
        Assert.Equal(message, _aws.Refusal("UpdateTable", $$"""{"TableName":"things","{{parameter}}":{{value}}}"""));
    }

    [Theory]
    [InlineData("SSESpecification", """{"Enabled":true}""")]
    [InlineData("OnDemandThroughput", """{"MaxReadRequestUnits":1}""")]
    [InlineData("WarmThroughput", """{"ReadUnitsPerSecond":1}""")]
    public void What_has_no_local_meaning_is_taken(string parameter, string value)
    {
        _aws.Call("CreateTable", $$"""{"TableName":"things",{{Hash}},{{Definition}},{{OnDemand}},"{{parameter}}":{{value}}}""");
        _aws.Call("UpdateTable", $$"""{"TableName":"things","{{parameter}}":{{value}}}""");
    }

    [Fact]
    public void A_table_that_exists_already()
    {
        _aws.CreateTable();

        Assert.Equal(
            "ResourceInUseException: Table already exists: things",
            _aws.Refusal("CreateTable", $$"""{"TableName":"things",{{Hash}},{{Definition}},{{OnDemand}}}"""));
    }

    [Theory]
    [InlineData("{}", "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required")]
    [InlineData("""{"BillingMode":"PROVISIONED"}""", "One or more parameter values were invalid: ProvisionedThroughput must be specified when BillingMode is PROVISIONED")]
    [InlineData("""{"ReplicaUpdates":[]}""", "ReplicaUpdates is not emulated here; docs/conformance.md lists what is.")]
    [InlineData("""{"StreamSpecification":{"StreamEnabled":false}}""", "Table has no stream to disable: TableName: things")]
    [InlineData("""{"GlobalSecondaryIndexUpdates":[{}]}""", "One or more parameter values were invalid: One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null")]
    public void A_change(string parameters, string message)
    {
        _aws.CreateTable();

        var body = """{"TableName":"things" """ + (parameters == "{}" ? "}" : "," + parameters[1..]);

        Assert.Equal($"ValidationException: {message}", _aws.Refusal("UpdateTable", body));
    }

    [Fact]
    public void Expiry_that_is_on_or_off_already()
    {
        _aws.CreateTable();
        const string On = """{"TableName":"things","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"t"}}""";

        Assert.Equal("ValidationException: TimeToLive is already disabled", _aws.Refusal("UpdateTimeToLive", On.Replace("true", "false", StringComparison.Ordinal)));
        _aws.Call("UpdateTimeToLive", On);
        Assert.Equal("ValidationException: TimeToLive is already enabled", _aws.Refusal("UpdateTimeToLive", On));
    }
}
