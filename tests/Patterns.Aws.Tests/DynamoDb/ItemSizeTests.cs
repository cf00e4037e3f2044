using Patterns.Tables;

namespace Patterns.Aws.Tests.DynamoDb;

public sealed class ItemSizeTests(Endpoint endpoint) : IClassFixture<Endpoint>
{
    private static readonly TableKey Key = new("p", "s");

    public static TheoryData<string> Kinds => [.. Values.Keys];

    private static Dictionary<string, TableValue> Values => new()
    {
        ["text"] = "größer 𝄞",
        ["zero"] = 0,
        ["odd digits"] = -12345,
        ["even digits"] = 123400,
        ["fraction"] = 0.0507m,
        ["both sides of the point"] = 1234.5m,
        ["bytes"] = TableValue.From([1, 2, 3]),
        ["flag"] = true,
        ["nothing"] = TableValue.Null,
        ["set"] = TableValue.SetOf("a", "äö"),
        ["list"] = TableValue.ListOf(1, TableValue.ListOf(), "x"),
        ["map"] = TableValue.MapOf([new("ä", 12), new("b", TableValue.MapOf([]))]),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_table_in_memory_counts_the_bytes_of_an_item_as_the_service_does(string kind)
    {
        var service = Table.From(endpoint.DynamoDb, await endpoint.CreateTableAsync());
        var largest = await FindLargestAsync(kind);

        await service.PutAsync(Item(kind, largest), default);
        await Assert.ThrowsAsync<TableException>(async () => await service.PutAsync(Item(kind, largest + 1), default));
    }

    private static async Task<int> FindLargestAsync(string kind)
    {
        var memory = new InMemoryTable();
        for (var room = 409_600; ; room--)
        {
            try
            {
                await memory.PutAsync(Item(kind, room), default);
                return room;
            }
            catch (TableException)
            {
            }
        }
    }

    private static TableItem Item(string kind, int padding) => new(Key) { ["v"] = Values[kind], ["t"] = new string('x', padding), ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(2_000_000_001) };
}
