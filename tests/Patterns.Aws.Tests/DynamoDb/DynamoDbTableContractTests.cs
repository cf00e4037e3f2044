using Patterns.Tables;

namespace Patterns.Aws.Tests.DynamoDb;

public sealed class DynamoDbTableContractTests(DynamoDbTableContractTests.Tables tables) : IClassFixture<DynamoDbTableContractTests.Tables>
{
    public static TheoryData<string> Laws => [.. TableContract.Laws];

    [Theory]
    [MemberData(nameof(Laws))]
    public Task Keeps_the_contract_of_tables(string law) => TableContract.CheckAsync(law, tables);

    /// <summary>Two tables on the runner's endpoint, one with names of its own, that serve all laws.</summary>
    public sealed class Tables : TableUnderTest, IAsyncLifetime
    {
        private readonly Endpoint _endpoint = new();
        private ITable? _table;
        private ITable? _other;

        public override ITable Table => _table!;

        public override ITable Other => _other!;

        public override ITable Missing => Aws.Table.From(_endpoint.DynamoDb, "missing");

        public async ValueTask InitializeAsync()
        {
            await _endpoint.InitializeAsync();
            _table = Aws.Table.From(_endpoint.DynamoDb, await _endpoint.CreateTableAsync());
            var names = new DynamoDbTableOptions { PartitionKeyName = "partition", SortKeyName = "sort", ExpiresAtName = "ttl" };
            _other = Aws.Table.From(_endpoint.DynamoDb, await _endpoint.CreateTableAsync("partition", "sort"), names);
        }

        public ValueTask DisposeAsync() => _endpoint.DisposeAsync();
    }
}
