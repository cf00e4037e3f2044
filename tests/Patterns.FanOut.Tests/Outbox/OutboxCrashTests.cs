namespace Patterns.FanOut.Tests;

[Collection(HeavyTests.Name)]
public sealed class OutboxCrashTests
{
    [Fact]
    public async Task A_crash_at_any_step_neither_loses_nor_invents_a_message_nor_breaks_the_order()
    {
        var steps = 0;
        for (var hasKilled = true; hasKilled; steps++)
        {
            var shop = new Shop();
            var gate = new KillAtStep(steps);
            hasKilled = await RunAsync(shop, gate);

            await RunAsync(shop, gate: null);
            shop.AssertDeliveredIfAndOnlyIfCommitted();
            Assert.Equal(["a-001-0-w", "a-001-1-w", "a-002-0-w"], shop.Committed("a"));
            Assert.Equal(["b-001-0-w"], shop.Committed("b"));
        }

        Assert.True(steps > 40, $"Only {steps} steps.");
    }

    [Fact]
    public async Task A_crash_while_a_message_is_given_up_keeps_it_and_lets_its_aggregate_go_on()
    {
        var steps = 0;
        for (var hasKilled = true; hasKilled; steps++)
        {
            var shop = new Shop { MaxAttempts = 2 };
            shop.Billing.Refuse = envelope => envelope.Id == "a-001-1-w" ? new SendFailure(envelope, "InternalError", "down", IsRetryable: true) : null;
            var gate = new KillAtStep(steps);
            hasKilled = await RunAsync(shop, gate);

            await RunAsync(shop, gate: null);
            await shop.SettleAsync();
            Assert.Equal(["a-001-0-w", "a-002-0-w"], Shop.FirstCopies(shop.Billing, "a"));
            Assert.Equal(shop.Committed("a"), Shop.FirstCopies(shop.Shipping, "a"));
            Assert.All(shop.Failures.Received, letter => Assert.Equal("""{"id":"a-001-1-w"}""", System.Text.Encoding.UTF8.GetString(letter.Body.Span)));
            Assert.NotEmpty(shop.Failures.Received);
        }

        Assert.True(steps > 40, $"Only {steps} steps.");
    }

    /// <summary>All processes after one another; whether one of them died. What a client does not know to be done it does again.</summary>
    private static async Task<bool> RunAsync(Shop shop, KillAtStep? gate)
    {
        try
        {
            await shop.PlaceAsync("a", "w", messages: 2, token: "first", gate);
            await shop.PlaceAsync("b", "w", messages: 1, token: "second", gate);
            await shop.RelayAsync(gate);
            await shop.PlaceAsync("a", "w", messages: 1, token: "third", gate);
            shop.Time.Advance(TimeSpan.FromMinutes(6));
            await shop.SweepAsync(gate);
            await shop.RelayAsync(gate);
        }
        catch (Exception) when (gate is { HasKilled: true })
        {
            return true;
        }

        return gate is { HasKilled: true };
    }
}
