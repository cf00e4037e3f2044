using System.Net.Http.Headers;
using System.Text.Json;

namespace Patterns.Load;

/// <summary>State machines of an endpoint, deleted at the end.</summary>
internal sealed class Workflows(Uri endpoint) : IAsyncDisposable
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(5);

    private readonly HttpClient _http = new() { BaseAddress = endpoint };
    private readonly List<string> _machines = [];

    public async Task<string> CreateAsync(string definition, CancellationToken stop)
    {
        var created = await CallAsync("CreateStateMachine", new() { ["name"] = $"load-{Guid.NewGuid():N}", ["definition"] = definition, ["roleArn"] = "arn:aws:iam::000000000000:role/load" }, stop);
        var arn = created.GetProperty("stateMachineArn").GetString()!;
        _machines.Add(arn);
        return arn;
    }

    /// <summary>Runs one execution to its end.</summary>
    /// <exception cref="LoadException">It did not succeed.</exception>
    public async Task RunAsync(string machine, CancellationToken stop)
    {
        var started = await CallAsync("StartExecution", new() { ["stateMachineArn"] = machine }, stop);
        var execution = new Dictionary<string, string> { ["executionArn"] = started.GetProperty("executionArn").GetString()! };
        while (true)
        {
            var found = await CallAsync("DescribeExecution", execution, stop);
            switch (found.GetProperty("status").GetString())
            {
                case "SUCCEEDED":
                    return;
                case "RUNNING":
                    await Task.Delay(s_poll, stop);
                    break;
                default:
                    throw new LoadException($"An execution failed, so the rate says nothing: {found}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var machine in _machines)
        {
            await CallAsync("DeleteStateMachine", new() { ["stateMachineArn"] = machine }, CancellationToken.None);
        }

        _http.Dispose();
    }

    private async Task<JsonElement> CallAsync(string operation, Dictionary<string, string> request, CancellationToken stop)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request)) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        message.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{operation}");
        using var response = await _http.SendAsync(message, stop);
        var answer = await response.Content.ReadAsByteArrayAsync(stop);
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(answer)
            : throw new LoadException($"{operation} was refused: {System.Text.Encoding.UTF8.GetString(answer)}");
    }
}
