using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Sdk;

namespace Patterns.Local.Tests.Services.StepFunctions.Api;

/// <summary>State machines that tests need, and what they ask of them.</summary>
internal static class Workflows
{
    public const string Role = "arn:aws:iam::000000000000:role/workflows";
    public const string Succeeding = """{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"n":1},"End":true}}}""";
    public const string Waiting = """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}""";
    public const string Failing = """{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"Broken","Cause":"because"}}}""";

    public static async Task<string> CreateAsync(this SdkEndpoint aws, string definition, string? name = null, StateMachineType? type = null)
    {
        var created = await aws.StepFunctions.CreateStateMachineAsync(new CreateStateMachineRequest
        {
            Name = name ?? $"m-{Guid.NewGuid():N}",
            Definition = definition,
            RoleArn = Role,
            Type = type,
        });
        return created.StateMachineArn;
    }

    public static async Task<string> StartAsync(this SdkEndpoint aws, string machine, string? name = null, string? input = null) =>
        (await aws.StepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine, Name = name, Input = input })).ExecutionArn;

    public static Task<DescribeExecutionResponse> DescribeAsync(this SdkEndpoint aws, string execution) =>
        aws.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = execution });

    /// <summary>Waits until the execution is over.</summary>
    public static async Task<DescribeExecutionResponse> EndOfAsync(this SdkEndpoint aws, string execution)
    {
        DescribeExecutionResponse? found = null;
        await Eventually.BecomesTrueAsync(async () => (found = await aws.DescribeAsync(execution)).Status != ExecutionStatus.RUNNING);
        return found!;
    }

    /// <summary>Waits until an event of the type has happened.</summary>
    public static async Task<HistoryEvent> EventAsync(this SdkEndpoint aws, string execution, HistoryEventType type)
    {
        HistoryEvent? found = null;
        await Eventually.BecomesTrueAsync(async () => (found = (await aws.HistoryAsync(execution)).Find(happened => happened.Type == type)) is not null);
        return found!;
    }

    public static async Task<List<HistoryEvent>> HistoryAsync(this SdkEndpoint aws, string execution) =>
        (await aws.StepFunctions.GetExecutionHistoryAsync(new GetExecutionHistoryRequest { ExecutionArn = execution, MaxResults = 1000 })).Events;

    /// <summary>Sends a request as no client does.</summary>
    public static async Task<(System.Net.HttpStatusCode Status, System.Text.Json.JsonElement Answer)> SendAsync(this SdkEndpoint aws, string target, string body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, aws.Endpoint) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-amz-json-1.0") };
        request.Headers.Add("X-Amz-Target", target);
        using var response = await http.SendAsync(request);
        return (response.StatusCode, System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Moves the clock once the execution waits for it.</summary>
    public static async Task AdvanceWhenAwaitedAsync(this SdkEndpoint aws, TimeSpan by)
    {
        await Eventually.BecomesTrueAsync(() => aws.Clock.Timers.Contains(aws.Clock.GetUtcNow() + by));
        aws.Clock.Advance(by);
    }
}
