using Patterns.Idempotency;

namespace Patterns.Core.Tests.Idempotency;

public sealed class IdempotencyOptionsTests
{
    [Fact]
    public void The_defaults_are_as_documented()
    {
        var options = new IdempotencyOptions<Order>();

        Assert.Null(options.Scope);
        Assert.Equal(TimeSpan.FromDays(1), options.Retention);
        Assert.Equal(TimeSpan.FromMinutes(1), options.Lease);
        Assert.Equal(InProgressPolicy.Wait, options.InProgress);
        Assert.Null(options.OnOutcomeUnknown);
        Assert.True(options.ChecksPayload);
        Assert.Equal(1000, options.CacheSize);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var failure = Assert.Throws<OptionsException>(() => new OrderHandler(pipeline: pipeline => pipeline.UseIdempotency(new InMemoryTable(), new()
        {
            Scope = "a#b",
            Lease = TimeSpan.FromMilliseconds(10),
            Retention = TimeSpan.Zero,
            InProgress = (InProgressPolicy)9,
            CacheSize = -1,
        })));

        Assert.Equal(
            "IdempotencyOptions: Scope must be null or 1 to 256 characters without '#', but is 'a#b'. Lease must be at least 1 second, but is "
            + "00:00:00.0100000. Retention must not be shorter than Lease, but is 00:00:00. InProgress must be a known policy, but is 9. "
            + "CacheSize must not be negative, but is -1.",
            failure.Message);
    }

    [Fact]
    public void A_call_needs_a_scope_and_cannot_be_skipped()
    {
        var failure = Assert.Throws<OptionsException>(
            () => new IdempotentCall(new InMemoryTable(), new IdempotencyOptions { InProgress = InProgressPolicy.Skip }));

        Assert.Equal(
            "IdempotencyOptions: Scope must not be null: a call has no function name to take its place. "
            + "InProgress must not be Skip: a call that is skipped has no result.",
            failure.Message);
    }
}
