using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Patterns.Local.Cli.Output;
using Patterns.Local.Replays;
using Patterns.Local.Stacks;

namespace Patterns.Local.Cli;

/// <summary><c>patterns redrive</c>: has a running stack replay the records that its stream mappings gave up.</summary>
internal static class RedriveCommand
{
    private static readonly Argument<string> s_queue = new("queue") { Description = "The on-failure queue of a stream mapping: its name in the template, its name, address or ARN" };
    private static readonly Option<string?> s_endpoint = new("--endpoint") { Description = $"Where the stack runs [default: AWS_ENDPOINT_URL, else {DefaultEndpoint}]", HelpName = "url" };
    private static readonly Option<string?> s_function = new("--function") { Description = "Invoke this function instead of the one that failed", HelpName = "Function" };

    private static string DefaultEndpoint => $"http://127.0.0.1:{RunnerOptions.DefaultPort}";

    public static Command Create()
    {
        var command = new Command("redrive", "Replays the records of a stream that a mapping gave up, from its on-failure queue.") { s_queue, s_endpoint, s_function };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(s_queue),
            parsed.GetValue(s_endpoint) ?? Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") ?? DefaultEndpoint,
            parsed.GetValue(s_function),
            stop));
        return command;
    }

    private static async Task<int> RunAsync(string queue, string endpoint, string? function, CancellationToken stop)
    {
        var result = await AskAsync(endpoint, new JsonObject { ["queue"] = queue, ["function"] = function }, stop).ConfigureAwait(false);
        RedriveReport.Write(Screens.Standard(), result);
        return result.Replays.All(replay => replay.Outcome == ReplayOutcome.Replayed) ? ExitCodes.Success : ExitCodes.FunctionFailed;
    }

    private static async Task<RedriveResult> AskAsync(string endpoint, JsonObject request, CancellationToken stop)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new UsageException($"'{endpoint}' is no address of a runner; it looks like {DefaultEndpoint}.");
        }

        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var content = new StringContent(request.ToJsonString(), new MediaTypeHeaderValue("application/json"));
        try
        {
            using var response = await http.PostAsync(new Uri(address, RedriveEndpoint.Path), content, stop).ConfigureAwait(false);
            var answer = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false));
            return response.IsSuccessStatusCode
                ? RedriveJson.Read(answer)
                : throw new UsageException(answer.GetProperty("message").GetString()!);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or KeyNotFoundException)
        {
            throw new UsageException($"No runner answers at {endpoint}: start the stack with 'patterns run', and name another address with --endpoint.");
        }
    }
}
