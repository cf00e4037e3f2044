using Patterns.Cqrs;
using Patterns.Tables;

namespace Patterns.Aws.Tests.Cqrs;

/// <summary>Views on the rules of DynamoDB, as the runner's endpoint keeps them.</summary>
public sealed class ViewsOnDynamoDbTests(Endpoint endpoint) : IClassFixture<Endpoint>
{
    [Fact]
    public async Task Handlers_at_the_same_time_bring_every_change_into_a_row_of_many_once()
    {
        var box = await Box.OpenAsync(endpoint);
        for (var hall = 0; hall < 5; hall++)
        {
            await AppendAsync(box, $"hall-{hall}", 1, 2, 3);
        }

        await Task.WhenAll(Enumerable.Range(0, 3).SelectMany(_ => Enumerable.Range(0, 5)).Select(async hall => await Projector(box).CatchUpAsync($"hall-{hall}", default)));

        Assert.Equal(30, (await View(box).FindAsync(new("all"), default))!.Value.Seats);
        Assert.Equal(16, await View(box).ListAsync(default).CountAsync());
        Assert.True(await View(box).WaitAsync(new ViewToken(Box.Type, "hall-4", 3), TimeSpan.Zero, default));
        Assert.False(await View(box).WaitAsync(new ViewToken(Box.Type, "hall-4", 4), TimeSpan.Zero, default));
    }

    [Fact]
    public async Task A_version_is_rebuilt_beside_the_live_one_and_that_one_deleted()
    {
        var box = await Box.OpenAsync(endpoint);
        for (var hall = 0; hall < 40; hall++)
        {
            await AppendAsync(box, $"hall-{hall}", 1);
        }

        Assert.Equal(new RebuildProgress(true, 40), await Projector(box).RebuildAsync("seats", 1, default, default));
        await AppendAsync(box, "hall-new", 5); // nobody has told of it yet
        Assert.Equal(new RebuildProgress(true, 41), await Projector(box, 1, 2).RebuildAsync("seats", 2, default, default));
        await Projector(box, 2).DeleteAsync("seats", 1, default);

        Assert.Equal(2, await View(box).GetLiveVersionAsync(default));
        Assert.Equal(90, (await View(box).FindAsync(new("all"), default))!.Value.Seats);
        Assert.Equal(42, await View(box).ListAsync(default).CountAsync());
        Assert.Null(await box.Connect().GetAsync(new TableKey("view#seats#1#rows#all", "row#"), default));
    }

    [Fact]
    public async Task The_largest_number_of_rows_and_the_longest_keys_are_taken()
    {
        var box = await Box.OpenAsync(endpoint);
        var longest = new string('h', 1024);
        await AppendAsync(box, longest, 1, 2);

        await Projector(box, rows: 44).CatchUpAsync(longest, default);

        Assert.Equal(88, await View(box).QueryAsync(new ViewQuery(longest), default).CountAsync());
        Assert.Null(await View(box).FindAsync(new(longest + "h"), default));
    }

    [Fact]
    public async Task A_partition_is_read_page_by_page_in_both_directions()
    {
        var box = await Box.OpenAsync(endpoint);
        await AppendAsync(box, "a", 1, 2, 3, 4, 5);
        await Projector(box).CatchUpAsync("a", default);

        Assert.Equal([1, 2], await PageAsync(new ViewQuery("a") { Limit = 2 }));
        Assert.Equal([3, 4], await PageAsync(new ViewQuery("a") { Limit = 2, After = "0002-1" }));
        Assert.Equal([5, 4], await PageAsync(new ViewQuery("a") { Limit = 2, Descending = true }));
        Assert.Equal([3, 2], await PageAsync(new ViewQuery("a") { Limit = 2, Descending = true, After = "0004-1" }));
        Assert.Equal([4, 5], await PageAsync(new ViewQuery("a") { SortPrefix = "000", After = "0003-1" }));

        async Task<IEnumerable<int>> PageAsync(ViewQuery query) => (await View(box).QueryAsync(query, default).ToListAsync()).Select(row => row.Value.Seats);
    }

    private static ViewStore<Booking> View(Box box) => new(box.Connect(), "seats", BookingJson.Default.Booking);

    private static Projector<StoredEvent<Booking>> Projector(Box box, params int[] versions) => Projector(box, rows: 1, versions);

    private static Projector<StoredEvent<Booking>> Projector(Box box, int rows, params int[] versions) => Patterns.Cqrs.Projector.Of(
        box.Events(),
        [.. (versions is [] ? [1] : versions).Select(version => new SeatsProjection(View(box), version, rows))],
        new() { MaxAttempts = 30 });

    private static async Task AppendAsync(Box box, string hall, params int[] seats) =>
        Assert.True((await box.Events().AppendAsync(hall, 0, [.. seats.Select(number => new Booking(hall, number))], null, default)).IsApplied);
}
