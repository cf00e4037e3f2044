using Patterns.Tables;

namespace Patterns.Testing.Tests;

public sealed class InMemoryTableContractTests
{
    public static TheoryData<string> Laws => [.. TableContract.Laws];

    [Theory]
    [MemberData(nameof(Laws))]
    public Task Keeps_the_contract_of_tables(string law) => TableContract.CheckAsync(law, new Subject());

    private sealed class Subject : TableUnderTest
    {
        public override ITable Table { get; } = new InMemoryTable("first");

        public override ITable Other { get; } = new InMemoryTable("second");
    }
}
