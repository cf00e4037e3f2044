using Patterns.Records.Internal;

namespace Patterns.Core.Tests.Records;

public sealed class BatchDeadlineTests
{
    [Fact]
    public void Cancelling_fires_every_token_that_was_handed_out_before_its_time()
    {
        using var deadline = new BatchDeadline(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5), new FakeTimeProvider());
        CancellationToken[] tokens = [deadline.Token, deadline.GraceToken, deadline.ReportToken];

        deadline.Cancel();

        Assert.All(tokens, token => Assert.True(token.IsCancellationRequested));
    }
}
