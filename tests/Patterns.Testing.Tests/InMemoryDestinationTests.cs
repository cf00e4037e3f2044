using System.Text;
using Patterns.Outbound;

namespace Patterns.Testing.Tests;

public sealed class InMemoryDestinationTests
{
    public static TheoryData<string> Laws => [.. DestinationContract.Laws];

    [Theory]
    [MemberData(nameof(Laws))]
    public Task Keeps_the_contract_of_destinations(string law) => DestinationContract.CheckAsync(law, new Subject());

    [Fact]
    public async Task A_destination_that_loses_a_message_breaks_the_contract()
    {
        var subject = new Subject();
        subject.Memory.Refuse = envelope => envelope.Id == "3" ? new SendFailure(envelope, "Lost", null, IsRetryable: false) : null;

        var violation = await Assert.ThrowsAsync<ContractViolationException>(() => DestinationContract.CheckAsync("a full request arrives whole", subject));

        Assert.Equal("a full request arrives whole: Lost: ", violation.Message);
    }

    [Fact]
    public async Task A_request_that_holds_too_much_is_refused()
    {
        var envelopes = Enumerable.Range(0, 11).Select(n => new Envelope { Id = $"{n}", Body = new byte[1] }).ToArray();

        var exception = await Assert.ThrowsAsync<DestinationException>(async () => await new InMemoryDestination().SendAsync(envelopes, default));

        Assert.StartsWith("The request has 11 entries with 11 distinct ids", exception.Message);
    }

    private sealed class Subject : DestinationUnderTest
    {
        public InMemoryDestination Memory { get; } = new() { KeepsOrder = true };

        public override IDestination Destination => Memory;

        public override Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int count) => Task.FromResult<IReadOnlyList<ReceivedMessage>>(
            [.. Memory.Received.Select(envelope => new ReceivedMessage(Encoding.UTF8.GetString(envelope.Body.Span), envelope.ToAttributes()))]);
    }
}
