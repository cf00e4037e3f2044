using System.Text.Json;
using Patterns.Tables;

namespace Patterns.Testing.Tests;

public sealed class InMemoryTableTests
{
    private static readonly TableKey Key = new("order#1", "state");
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table;

    public InMemoryTableTests() => _table = new InMemoryTable("orders", _time);

    [Fact]
    public async Task Changes_come_in_the_order_in_which_they_took_effect()
    {
        await _table.PutAsync(new TableItem(Key) { ["n"] = 1.50m }, default);
        await _table.WriteAsync(new TableUpdate(Key).Add("n", 1), default);
        await _table.DeleteAsync(Key, default);

        var changes = _table.TakeChanges();

        Assert.Equal(["INSERT 1", "MODIFY 2", "REMOVE 3"], changes.Select(change => $"{change.EventName} {change.SequenceNumber}"));
        Assert.All(changes, change => Assert.Equal("""{"pk":{"S":"order#1"},"sk":{"S":"state"}}""", change.Keys));
        Assert.Equal([null, Image("1.5"), Image("2.5")], changes.Select(change => change.OldImage));
        Assert.Equal([Image("1.5"), Image("2.5"), null], changes.Select(change => change.NewImage));
        Assert.Empty(_table.Changes);
        Assert.Empty(_table.TakeChanges());
    }

    [Fact]
    public async Task Writes_that_change_nothing_have_no_record()
    {
        await _table.PutAsync(new TableItem(Key) { ["s"] = TableValue.SetOf("a", "b") }, default);
        await _table.PutAsync(new TableItem(Key) { ["s"] = TableValue.SetOf("b", "a") }, default);
        await _table.PutAsync(new TableItem(Key), default, TableCondition.ItemMissing);
        await _table.WriteAsync(new TableUpdate(Key).AddToSet("s", "a"), default);
        await _table.DeleteAsync(new("order#2", "state"), default);
        await _table.TransactAsync([new TableCheck(Key, TableCondition.ItemExists)], null, default);

        Assert.Single(_table.Changes);
    }

    [Fact]
    public async Task Changes_have_every_kind_of_value_in_the_form_of_the_stream()
    {
        await _table.PutAsync(
            new TableItem(Key)
            {
                ["a"] = TableValue.Null,
                ["b"] = true,
                ["c"] = TableValue.From([1, 2, 3]),
                ["d"] = TableValue.SetOf("y", "x"),
                ["e"] = TableValue.ListOf("t", 0.10m),
                ["f"] = TableValue.MapOf([new("z", 1), new("g", -2)]),
                ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(2_000_000_000),
            },
            default);

        Assert.Equal(
            """{"pk":{"S":"order#1"},"sk":{"S":"state"},"a":{"NULL":true},"b":{"BOOL":true},"c":{"B":"AQID"},"d":{"SS":["x","y"]},"e":{"L":[{"S":"t"},{"N":"0.1"}]},"f":{"M":{"g":{"N":"-2"},"z":{"N":"1"}}},"expiresAt":{"N":"2000000000"}}""",
            Assert.Single(_table.Changes).NewImage);
    }

    [Fact]
    public async Task Changes_name_the_key_attributes_as_the_table_does()
    {
        var table = new InMemoryTable { PartitionKeyName = "id", SortKeyName = "part", ExpiresAtName = "ttl" };

        await table.PutAsync(new TableItem(Key) { ["pk"] = 1, ["expiresAt"] = 2, ExpiresAt = DateTimeOffset.UnixEpoch }, default);

        Assert.Equal(
            """{"id":{"S":"order#1"},"part":{"S":"state"},"expiresAt":{"N":"2"},"pk":{"N":"1"},"ttl":{"N":"0"}}""",
            Assert.Single(table.Changes).NewImage);
    }

    [Fact]
    public async Task Items_are_removed_once_their_time_has_come_and_the_stream_says_by_whom()
    {
        await _table.PutAsync(new TableItem(new("a", "1")) { ExpiresAt = _time.GetUtcNow().AddSeconds(10) }, default);
        await _table.PutAsync(new TableItem(new("a", "2")) { ExpiresAt = _time.GetUtcNow().AddSeconds(11) }, default);
        await _table.PutAsync(new TableItem(new("a", "3")), default);
        _table.TakeChanges();

        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, _table.RemoveExpired());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await _table.GetAsync(new("a", "1"), default));
        Assert.Equal(1, _table.RemoveExpired());

        Assert.Equal(["2", "3"], _table.Items.Select(item => item.Key.Sort));
        var change = Assert.Single(_table.TakeChanges());
        Assert.Equal("REMOVE", change.EventName);
        Assert.True(change.RemovedByExpiry);
        Assert.Equal(_time.GetUtcNow(), change.CreatedAt);
        var record = Record(change);
        Assert.Equal("""{"type":"Service","principalId":"dynamodb.amazonaws.com"}""", record.GetProperty("userIdentity").GetRawText());
        Assert.Equal(_time.GetUtcNow().ToUnixTimeSeconds(), record.GetProperty("dynamodb").GetProperty("ApproximateCreationDateTime").GetInt64());
    }

    [Fact]
    public async Task A_record_of_a_callers_delete_names_nobody()
    {
        await _table.PutAsync(new TableItem(Key), default);
        await _table.DeleteAsync(Key, default);

        Assert.False(Record(_table.Changes[1]).TryGetProperty("userIdentity", out _));
    }

    [Fact]
    public async Task A_token_is_new_again_after_ten_minutes()
    {
        TableWrite[] writes = [new TableUpdate(Key).Add("n", 1)];
        await _table.TransactAsync(writes, "token", default);
        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        await _table.TransactAsync(writes, "token", default);
        Assert.Equal(1, (await _table.GetAsync(Key, default))!["n"]!.GetInt64());

        _time.Advance(TimeSpan.FromTicks(1));
        await _table.TransactAsync(writes, "token", default);

        Assert.Equal(2, (await _table.GetAsync(Key, default))!["n"]!.GetInt64());
    }

    [Fact]
    public async Task The_token_of_a_refused_transaction_can_be_used_again()
    {
        TableWrite[] writes = [new TableUpdate(Key) { Condition = TableCondition.Exists("open") }.Add("n", 1)];
        Assert.False((await _table.TransactAsync(writes, "token", default)).Committed);
        await _table.PutAsync(new TableItem(Key) { ["open"] = true }, default);

        Assert.True((await _table.TransactAsync(writes, "token", default)).Committed);
    }

    /// <summary>The sizes by the rules of DynamoDB: the key has 4 bytes of names and 12 of values.</summary>
    [Fact]
    public async Task An_item_of_400_KB_is_the_largest()
    {
        const int room = 409_600 - 16;
        TableItem Text(int bytes) => new(Key) { ["t"] = new string('x', bytes - 1) };
        TableItem Numbers(int bytes) => new(Key) { ["n"] = -12345, ["l"] = TableValue.ListOf("ab", TableValue.Null), ["t"] = new string('x', bytes - 16) };

        await _table.PutAsync(Text(room), default);
        await _table.PutAsync(Numbers(room), default);

        var text = await Assert.ThrowsAsync<TableException>(async () => await _table.PutAsync(Text(room + 1), default));
        await Assert.ThrowsAsync<TableException>(async () => await _table.PutAsync(Numbers(room + 1), default));
        Assert.Equal("orders: put of order#1 / state: The item has 409601 bytes; 409600 are possible.", text.Message);
    }

    [Theory]
    [InlineData("pk")]
    [InlineData("sk")]
    [InlineData("expiresAt")]
    public async Task The_tables_own_attributes_are_refused(string name)
    {
        TableWrite[] writes =
        [
            new TablePut(new TableItem(Key, [new(name, 1)])),
            new TableUpdate(Key).Set(name, 1),
            new TableDelete(Key) { Condition = TableCondition.ItemMissing | !TableCondition.Exists(name) },
        ];
        foreach (var write in writes)
        {
            var exception = await Assert.ThrowsAsync<ArgumentException>(async () => await _table.WriteAsync(write, default));
            await Assert.ThrowsAsync<ArgumentException>(async () => await _table.TransactAsync([write], null, default));

            Assert.StartsWith($"The write of order#1 / state names the attribute '{name}', in which the table keeps the key or the expiry.", exception.Message);
        }
    }

    [Fact]
    public async Task A_sum_that_a_decimal_cannot_hold_is_refused()
    {
        await _table.PutAsync(new TableItem(Key) { ["big"] = decimal.MaxValue, ["small"] = 0.0000000000000000000000000001m }, default);

        await Assert.ThrowsAsync<TableException>(async () => await _table.WriteAsync(new TableUpdate(Key).Add("big", 1), default));
        await Assert.ThrowsAsync<TableException>(async () => await _table.WriteAsync(new TableUpdate(Key).Add("small", 10_000_000_000m), default));
    }

    [Fact]
    public async Task An_update_of_a_wrong_kind_says_what_it_found()
    {
        await _table.PutAsync(new TableItem(Key) { ["n"] = "one" }, default);

        var exception = await Assert.ThrowsAsync<TableException>(async () => await _table.WriteAsync(new TableUpdate(Key).Add("n", 1), default));

        Assert.Equal("orders: update of order#1 / state: The attribute 'n' is a String; Add is for a Number.", exception.Message);
        Assert.False(exception.IsRetryable);
    }

    [Fact]
    public async Task Transactions_across_tables_in_both_directions_do_not_block_each_other()
    {
        var other = new InMemoryTable("other");
        var there = new TableUpdate(Key) { Table = other }.Add("n", 1);
        var here = new TableUpdate(Key) { Table = _table }.Add("n", 1);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(async () =>
            await (n % 2 == 0 ? _table.TransactAsync([here, there], null, default) : other.TransactAsync([there, here], null, default)))));

        Assert.Equal(200, (await _table.GetAsync(Key, default))!["n"]!.GetInt64());
        Assert.Equal(200, (await other.GetAsync(Key, default))!["n"]!.GetInt64());
    }

    private static string Image(string n) => $$$"""{"pk":{"S":"order#1"},"sk":{"S":"state"},"n":{"N":"{{{n}}}"}}""";

    private static JsonElement Record(TableRecord change)
    {
        using var document = JsonDocument.Parse(Events.DynamoDb(change));
        return document.RootElement.GetProperty("Records")[0].Clone();
    }
}
