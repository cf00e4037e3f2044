using System.Net.Http.Json;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.SQS.Model;
using Patterns.Local.Stacks;
using Patterns.Local.Templates;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Stacks;

/// <summary>A stack that runs on a free port, with clients for it.</summary>
internal sealed class TestStack : IAsyncDisposable
{
    private static readonly BasicAWSCredentials s_credentials = new("any", "any");

    private readonly string _folder;

    private TestStack(string folder, Runner runner, RecordingConsole console)
    {
        _folder = folder;
        Runner = runner;
        Console = console;
        Sqs = new AmazonSQSClient(s_credentials, new AmazonSQSConfig { ServiceURL = runner.Endpoint, AuthenticationRegion = "us-east-1" });
        Sns = new AmazonSimpleNotificationServiceClient(s_credentials, new AmazonSimpleNotificationServiceConfig { ServiceURL = runner.Endpoint, AuthenticationRegion = "us-east-1" });
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(runner.Endpoint) };
    }

    public Runner Runner { get; }

    public StackModel? Model { get; private init; }

    public RecordingConsole Console { get; }

    public IAmazonSQS Sqs { get; }

    public IAmazonSimpleNotificationService Sns { get; }

    public HttpClient Http { get; }

    public static async Task<TestStack> StartAsync(string? template = null, params (string Name, string Content)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("patterns-stack-").FullName;
        foreach (var (name, content) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), content);
        }

        var console = new RecordingConsole();
        try
        {
            var model = template is null ? null : Read(folder, template);
            var runner = await Runner.StartAsync(new RunnerOptions { Stack = model, Port = 0, Console = console, WorkDirectory = folder });
            return new TestStack(folder, runner, console) { Model = model };
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public string Output(string name) => Runner.Stack.Outputs.Single(output => output.Key == name).Value;

    public async Task<JsonElement> GetJsonAsync(string url) => await Http.GetFromJsonAsync<JsonElement>(url);

    /// <summary>Waits for the next message and deletes it.</summary>
    public async Task<Message> ReceiveAsync(string queueUrl)
    {
        var response = await Sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queueUrl, WaitTimeSeconds = 20 });
        var message = Assert.Single(response.Messages ?? throw new TimeoutException("No message came."));
        await Sqs.DeleteMessageAsync(queueUrl, message.ReceiptHandle);
        return message;
    }

    public async ValueTask DisposeAsync()
    {
        Sqs.Dispose();
        Sns.Dispose();
        Http.Dispose();
        await Runner.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static StackModel Read(string folder, string template)
    {
        File.WriteAllText(Path.Combine(folder, "template.yaml"), template);
        return TemplateReader.Read(folder, new TemplateParameters { StackName = "test" });
    }
}
