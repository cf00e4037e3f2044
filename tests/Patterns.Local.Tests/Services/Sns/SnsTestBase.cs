using System.Text.Json;
using Patterns.Local.Services;
using Patterns.Local.Services.Sns;
using Patterns.Local.Services.Sns.Publishing;

namespace Patterns.Local.Tests.Services.Sns;

public abstract class SnsTestBase : IDisposable
{
    private protected const string Queue = "arn:aws:sqs:us-east-1:000000000000:q";
    private protected const string OtherQueue = "arn:aws:sqs:us-east-1:000000000000:other";
    private protected const string FifoQueue = "arn:aws:sqs:us-east-1:000000000000:q.fifo";
    private protected const string DeadLetters = "arn:aws:sqs:us-east-1:000000000000:dlq";
    private protected const string Function = "arn:aws:lambda:us-east-1:000000000000:function:f";
    private protected const string Redrive = $$"""{"deadLetterTargetArn":"{{DeadLetters}}"}""";

    private protected SnsTestBase() => Sns = new SnsService(new AwsEnvironment("us-east-1", "000000000000", Clock), Targets, Log);

    private protected TestClock Clock { get; } = new();

    private protected FakeTargets Targets { get; } = new();

    private protected RecordingDeliveryLog Log { get; } = new();

    private protected SnsService Sns { get; }

    public void Dispose()
    {
        Sns.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected string Topic(params (string Name, string Value)[] attributes) =>
        Sns.CreateTopic("t", attributes.ToDictionary(pair => pair.Name, pair => pair.Value)).Arn;

    private protected string FifoTopic(params (string Name, string Value)[] attributes) =>
        Sns.CreateTopic("t.fifo", attributes.Append(("FifoTopic", "true")).ToDictionary(pair => pair.Item1, pair => pair.Item2)).Arn;

    private protected static Dictionary<string, string> Set(params (string Name, string Value)[] attributes) =>
        attributes.ToDictionary(pair => pair.Name, pair => pair.Value);

    private protected async Task<PublishResult> PublishAsync(string topicArn, PublishInput input)
    {
        var result = Sns.Publish(topicArn, input);
        await Sns.WhenIdleAsync();
        return result;
    }

    private protected Task<PublishResult> PublishAsync(string topicArn, string message) => PublishAsync(topicArn, new PublishInput(message));

    private protected async Task AdvanceAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await Sns.WhenIdleAsync();
    }

    private protected static JsonElement Json(string text) => JsonElement.Parse(text);

    private protected static AwsException Refused(Action action, string message)
    {
        var error = Assert.Throws<AwsException>(action);
        Assert.Equal(message, error.Message);
        return error;
    }
}
