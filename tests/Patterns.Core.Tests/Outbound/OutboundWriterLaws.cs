using FsCheck;
using FsCheck.Fluent;
using Patterns.Outbound;

namespace Patterns.Core.Tests.Outbound;

public sealed class OutboundWriterLaws
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_message_is_sent_or_reported_no_request_is_too_large_and_order_per_key_is_kept(bool keepOrder)
    {
        var message = from key in Gen.Choose(0, 3) from size in Gen.Choose(0, 300) select (key, size);
        var cases = from messages in message.ListOf() from seed in Gen.Choose(0, int.MaxValue) select (messages: messages.ToArray(), seed);

        Prop.ForAll(cases.ToArbitrary(), run => CheckAsync(run.messages, run.seed, keepOrder).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static async Task<bool> CheckAsync((int Key, int Size)[] messages, int seed, bool keepOrder)
    {
        var random = new Random(seed);
        var destination = new InMemoryDestination("memory", new DestinationLimits(MaxEntries: 4, MaxRequestBytes: 500, MaxEntryBytes: 250, MaxAttributes: 10))
        {
            Refuse = envelope => random.Next(10) switch
            {
                0 => throw new IOException("the connection broke"),
                1 or 2 => new SendFailure(envelope, "Throttled", null, IsRetryable: true),
                3 => new SendFailure(envelope, "Invalid", null, IsRetryable: false),
                _ => null,
            },
        };
        var envelopes = messages.Select((message, index) => new Envelope { Id = $"{index}", Body = new byte[message.Size], Key = $"{message.Key}" }).ToArray();
        var writer = new OutboundWriter(destination, new OutboundOptions { KeepOrder = keepOrder, MaxAttempts = 3, FirstDelay = TimeSpan.Zero });

        var failures = await writer.TrySendAsync(envelopes, CancellationToken.None);

        var failed = failures.Select(failure => failure.Envelope.Id).ToHashSet();
        var sent = destination.Received.Select(envelope => envelope.Id).ToHashSet();
        Assert.Equal(failures.Count, failed.Count);
        Assert.Equal(envelopes.Select(envelope => envelope.Id).Order(), sent.Union(failed).Order());
        Assert.All(
            envelopes.Where(envelope => envelope.GetSize() > 250),
            envelope => Assert.DoesNotContain(envelope.Id, sent));
        if (keepOrder)
        {
            CheckOrder(envelopes, destination.Received, failed);
        }

        return true;
    }

    private static void CheckOrder(Envelope[] envelopes, IReadOnlyList<Envelope> received, HashSet<string> failed)
    {
        foreach (var key in envelopes.Select(envelope => envelope.Key).Distinct())
        {
            var arrived = received.Where(envelope => envelope.Key == key).Select(envelope => int.Parse(envelope.Id)).Distinct().ToArray();
            Assert.Equal(arrived.Order(), arrived);
            var hole = envelopes.Where(envelope => envelope.Key == key && failed.Contains(envelope.Id)).Select(envelope => int.Parse(envelope.Id)).DefaultIfEmpty(int.MaxValue).Min();
            Assert.All(arrived, index => Assert.True(index <= hole));
        }
    }
}
