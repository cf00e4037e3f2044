using Patterns.Local.Services;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Tests.Services.Sqs;

/// <summary>An account with a clock that stands still.</summary>
internal sealed class SqsFixture
{
    public SqsFixture(SqsLimits? limits = null)
    {
        Service = new SqsService(new AwsEnvironment("eu-west-1", "000000000000", Clock), limits);
    }

    public TestClock Clock { get; } = new();

    public SqsService Service { get; }

    public SqsQueue Standard(string name = "orders", params (string Name, string Value)[] attributes) =>
        Service.Create(name, attributes.ToDictionary(pair => pair.Name, pair => pair.Value));

    public SqsQueue Fifo(string name = "orders.fifo", params (string Name, string Value)[] attributes) =>
        Standard(name, [("FifoQueue", "true"), .. attributes]);

    public SqsQueue WithDeadLetters(SqsQueue deadLetters, int maxReceiveCount, string name = "source") =>
        Standard(deadLetters.IsFifo ? name + ".fifo" : name, [.. FifoIf(deadLetters.IsFifo), ("RedrivePolicy", RedriveTo(deadLetters, maxReceiveCount))]);

    public static string RedriveTo(SqsQueue target, int maxReceiveCount) =>
        $$"""{"deadLetterTargetArn":"{{target.Arn}}","maxReceiveCount":{{maxReceiveCount}}}""";

    public void Pass(double seconds) => Clock.Advance(TimeSpan.FromSeconds(seconds));

    private static (string, string)[] FifoIf(bool isFifo) => isFifo ? [("FifoQueue", "true")] : [];
}
