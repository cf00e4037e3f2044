namespace Patterns.FanOut.Tests.FanOut;

public sealed class TableDeliveryLedgerTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table = new();

    [Fact]
    public async Task Each_message_has_the_destinations_that_were_noted_for_it()
    {
        var ledger = Ledger();

        await ledger.NoteAsync([new DeliveryNote("1", ["billing"]), new DeliveryNote("2", ["billing", "shipping"])], default);

        var found = await ledger.FindAsync(["2", "0", "1"], default);
        Assert.Equal(["billing", "shipping"], found[0].Order());
        Assert.Empty(found[1]);
        Assert.Equal(["billing"], found[2]);
    }

    [Fact]
    public async Task Ledgers_of_different_scopes_do_not_see_each_other()
    {
        await Ledger("orders").NoteAsync([new DeliveryNote("1", ["billing"])], default);

        Assert.Empty((await Ledger("invoices").FindAsync(["1"], default))[0]);
    }

    [Fact]
    public async Task A_note_is_forgotten_when_its_time_has_come_also_while_the_table_still_has_it()
    {
        var ledger = Ledger();
        await ledger.NoteAsync([new DeliveryNote("1", ["billing"])], default);
        _time.Advance(TimeSpan.FromDays(4));

        Assert.Empty((await ledger.FindAsync(["1"], default))[0]);
        Assert.Equal(_time.GetUtcNow(), Assert.Single(_table.Items).ExpiresAt);
    }

    [Fact]
    public async Task Nobody_having_a_message_is_not_noted()
    {
        await Ledger().NoteAsync([new DeliveryNote("1", [])], default);

        Assert.Empty(_table.Items);
    }

    [Fact]
    public void Notes_are_kept_for_four_days_by_default() => Assert.Equal(TimeSpan.FromDays(4), new TableDeliveryLedgerOptions().KeepFor);

    [Fact]
    public void Options_out_of_range_are_listed()
    {
        var options = new TableDeliveryLedgerOptions { KeepFor = TimeSpan.Zero, Time = null! };

        var exception = Assert.Throws<OptionsException>(() => new TableDeliveryLedger(_table, "orders", options));

        Assert.Equal("TableDeliveryLedgerOptions: KeepFor must be positive, but is 00:00:00. Time must not be null.", exception.Message);
    }

    private TableDeliveryLedger Ledger(string scope = "orders") => new(_table, scope, new TableDeliveryLedgerOptions { Time = _time });
}
