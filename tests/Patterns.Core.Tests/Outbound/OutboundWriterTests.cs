using System.Text;
using Patterns.Outbound;

namespace Patterns.Core.Tests.Outbound;

public sealed class OutboundWriterTests
{
    private readonly InMemoryDestination _destination = new("memory");

    [Fact]
    public async Task Messages_are_packed_by_count()
    {
        await Writer().SendAsync(Messages(25), default);

        Assert.Equal([5, 10, 10], _destination.Requests.Order());
        Assert.Equal(25, _destination.Received.Count);
    }

    [Fact]
    public async Task Messages_are_packed_by_bytes()
    {
        var large = Enumerable.Range(0, 4).Select(n => Message($"{n}", new string('x', 400_000))).ToArray();

        await Writer().SendAsync(large, default);

        Assert.Equal([2, 2], _destination.Requests);
    }

    [Fact]
    public async Task Only_failed_entries_are_sent_again()
    {
        var tries = 0;
        _destination.Refuse = envelope => envelope.Id == "3" && ++tries < 3 ? Failure(envelope, retryable: true) : null;

        await Writer().SendAsync(Messages(5), default);

        Assert.Equal(["0", "1", "2", "4", "3"], _destination.Received.Select(envelope => envelope.Id));
        Assert.Equal([5, 1, 1], _destination.Requests);
    }

    [Fact]
    public async Task A_failure_that_no_retry_can_help_is_reported_loudly_and_the_others_are_sent()
    {
        _destination.Refuse = envelope => envelope.Id == "1" ? Failure(envelope, retryable: false) : null;

        var exception = await Assert.ThrowsAsync<SendFailedException>(() => Writer().SendAsync(Messages(3), default));

        Assert.Equal("1 messages could not be sent to memory: 1 (Code: said so)", exception.Message);
        Assert.Equal(["0", "2"], _destination.Received.Select(envelope => envelope.Id));
    }

    [Fact]
    public async Task A_request_that_fails_as_a_whole_is_sent_again()
    {
        var calls = 0;
        _destination.Refuse = _ => calls++ == 0 ? throw new IOException("gone") : null;

        await Writer().SendAsync(Messages(2), default);

        Assert.Equal(2, _destination.Received.Count);
    }

    [Fact]
    public async Task Attempts_are_bounded()
    {
        _destination.Refuse = envelope => Failure(envelope, retryable: true);

        var failures = await Writer(new OutboundOptions { MaxAttempts = 3, FirstDelay = TimeSpan.Zero }).TrySendAsync(Messages(1), default);

        Assert.Equal("Code", Assert.Single(failures).Code);
        Assert.Equal(3, _destination.Requests.Count);
    }

    [Fact]
    public async Task What_was_not_taken_by_the_deadline_is_reported()
    {
        using var deadline = new CancellationTokenSource();
        _destination.Refuse = envelope =>
        {
            deadline.Cancel();
            return envelope.Id == "0" ? Failure(envelope, retryable: true) : null;
        };

        // One request after the other, so that it is the first one that time runs out in.
        var failures = await Writer(new OutboundOptions { MaxParallelism = 1 }).TrySendAsync(Messages(25), deadline.Token);

        Assert.Equal("Code", failures[0].Code);
        Assert.Equal(16, failures.Count);
        Assert.All(failures.Skip(1), failure => Assert.Equal(SendFailureCodes.Deadline, failure.Code));
        Assert.Equal(25, failures.Count + _destination.Received.Count);
    }

    [Fact]
    public async Task An_entry_that_no_request_can_hold_is_refused_and_named()
    {
        var failures = await Writer().TrySendAsync([Message("big", new string('x', 1_048_577)), Message("small", "x")], default);

        var failure = Assert.Single(failures);
        Assert.Equal(SendFailureCodes.EntryTooLarge, failure.Code);
        Assert.Equal("It has 1048591 bytes with its attributes; memory takes 1048576.", failure.Message);
        Assert.Equal("small", Assert.Single(_destination.Received).Id);
    }

    [Fact]
    public async Task An_entry_with_too_many_attributes_is_refused_and_named()
    {
        var attributes = Enumerable.Range(0, 10).ToDictionary(n => $"a{n}", n => "v");

        var failures = await Writer().TrySendAsync([Message("1", "x") with { Attributes = attributes }], default);

        Assert.Equal("It has 11 attributes; memory takes 10.", Assert.Single(failures).Message);
    }

    [Fact]
    public async Task An_envelope_that_cannot_be_written_fails_alone()
    {
        var invalid = Message("bad", "x") with { Attributes = new Dictionary<string, string> { ["ce-id"] = "2" } };

        var failures = await Writer().TrySendAsync([Message("good", "x"), invalid], default);

        var failure = Assert.Single(failures);
        Assert.Equal(("bad", SendFailureCodes.InvalidEnvelope, false), (failure.Envelope.Id, failure.Code, failure.IsRetryable));
        Assert.Equal("good", Assert.Single(_destination.Received).Id);
    }

    [Fact]
    public async Task By_default_the_order_of_a_destination_that_keeps_it_is_kept()
    {
        var fifo = new InMemoryDestination("orders.fifo") { KeepsOrder = true };
        var messages = Enumerable.Range(0, 20).Select(n => Keyed($"{n}", "a")).ToArray();

        await new OutboundWriter(fifo).SendAsync(messages, default);

        Assert.Equal(messages.Select(message => message.Id), fifo.Received.Select(envelope => envelope.Id));
        Assert.All(fifo.Requests, entries => Assert.Equal(1, entries));
    }

    [Fact]
    public async Task After_a_hole_the_rest_of_its_key_is_not_sent()
    {
        _destination.Refuse = envelope => envelope.Id == "a1" ? Failure(envelope, retryable: false) : null;
        var writer = Writer(new OutboundOptions { KeepOrder = true });

        var failures = await writer.TrySendAsync([Keyed("a0", "a"), Keyed("a1", "a"), Keyed("b0", "b"), Keyed("a2", "a"), Keyed("b1", "b")], default);

        Assert.Equal(["a1 Code", "a2 Blocked"], failures.Select(failure => $"{failure.Envelope.Id} {failure.Code}"));
        Assert.Equal(["a0", "b0", "b1"], _destination.Received.Select(envelope => envelope.Id).Order());
    }

    [Fact]
    public void Options_name_every_mistake_at_once()
    {
        var exception = Assert.Throws<OptionsException>(() => Writer(new OutboundOptions { MaxAttempts = 0, MaxParallelism = 0, MaxDelay = TimeSpan.Zero }));

        Assert.Equal(3, exception.Mistakes.Count);
    }

    [Fact]
    public void An_attribute_with_a_name_of_the_envelope_is_refused()
    {
        var envelope = Message("1", "x") with { Attributes = new Dictionary<string, string> { ["ce-id"] = "2" } };

        var exception = Assert.Throws<ArgumentException>(envelope.ToAttributes);

        Assert.Equal("The attribute 'ce-id' is one of the envelope's own; set the property instead.", exception.Message);
    }

    private static SendFailure Failure(Envelope envelope, bool retryable) => new(envelope, "Code", "said so", retryable);

    private static Envelope Message(string id, string body) => new() { Id = id, Body = Encoding.UTF8.GetBytes(body) };

    private static Envelope Keyed(string id, string key) => Message(id, id) with { Key = key };

    private static Envelope[] Messages(int count) => [.. Enumerable.Range(0, count).Select(n => Message($"{n}", $"{n}"))];

    private OutboundWriter Writer(OutboundOptions? options = null) =>
        new(_destination, options ?? new OutboundOptions { FirstDelay = TimeSpan.Zero });
}
