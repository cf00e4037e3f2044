using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Patterns.Tables;

namespace Patterns.Testing.Tests;

public sealed class TableLawTests
{
    [Fact]
    public void Any_history_of_calls_gives_what_a_dictionary_gives() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => new RandomHistory(new TableTrial("history", new Subject(new InMemoryTable())), seed).RunAsync(steps: 40).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Texts_are_ordered_as_their_bytes_are() => Prop.ForAll(
        (from left in Texts from right in Texts select (left, right)).ToArbitrary(),
        pair => Math.Sign(Utf8Order.Instance.Compare(pair.left, pair.right))
            == Math.Sign(Encoding.UTF8.GetBytes(pair.left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(pair.right))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    public static TheoryData<string, string> Faults => new()
    {
        { "loses writes", "a table keeps zero" },
        { "keeps old attributes", "a put replaces the whole item" },
        { "shows no found item", "a refused put changes nothing and returns the item that it found" },
        { "shows no updated item", "an update makes the item that is not there" },
        { "ignores conditions", "one of several writers wins" },
        { "ignores tokens", "a transaction sent again with its token takes effect once" },
        { "refuses in another order", "a refused transaction says which writes, in their order, with the items that it found" },
        { "sorts by UTF-16", "a query gives the partition in the order of the UTF-8 bytes" },
        { "ignores limits", "a query ends at its limit" },
        { "reads keys in another order", "many items come in the order of their keys, null for each that is missing" },
        { "ignores cancellation", "a cancelled call ends" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_table_with_a_fault_breaks_the_contract(string fault, string law)
    {
        var violation = await Assert.ThrowsAsync<ContractViolationException>(() => TableContract.CheckAsync(law, new Subject(new FaultyTable(fault))));

        Assert.Equal(law, violation.Law);
    }

    private static Gen<string> Texts => from characters in Gen.Elements("a", "b", "\u0001", "é", "～", "\uFFFD", "𝄞", "🙂").ListOf() select string.Concat(characters);

    private sealed class Subject(ITable table) : TableUnderTest
    {
        public override ITable Table => table;

        public override ITable Other { get; } = new InMemoryTable();
    }
}
