using System.CommandLine;
using System.Text.Json;
using Patterns.Local.Gateway;
using Patterns.Local.Stacks;

namespace Patterns.Local.Cli;

/// <summary><c>patterns tick</c>: runs something that is on a schedule at once, in a runner that is up.</summary>
internal static class TickCommand
{
    private static readonly Argument<string> s_schedule = new("schedule") { Description = "The name in the template, of a schedule or of a function with its event, or the name of the rule or schedule" };

    public static Command Create()
    {
        var command = new Command("tick", "Runs a schedule of a running stack at once; it still runs when it is due.") { s_schedule, CommonOptions.Port };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(s_schedule), parsed.GetValue(CommonOptions.Port) ?? RunnerOptions.DefaultPort, stop));
        return command;
    }

    private static async Task<int> RunAsync(string schedule, int port, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        try
        {
            using var response = await http.PostAsync(EventsEndpoint.TickPath(schedule), content: null, stop).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? ExitCodes.Success : throw new UsageException(await MessageAsync(response, stop).ConfigureAwait(false));
        }
        catch (HttpRequestException)
        {
            throw new UsageException($"No runner answers on port {port}; start one with 'patterns run', or say where it is with --port.");
        }
    }

    private static async Task<string> MessageAsync(HttpResponseMessage response, CancellationToken stop)
    {
        var body = await response.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false);
        try
        {
            return JsonElement.Parse(body).TryGetProperty("message", out var message) ? message.ToString() : Unexpected(response);
        }
        catch (JsonException)
        {
            return Unexpected(response);
        }
    }

    private static string Unexpected(HttpResponseMessage response) => $"The runner answered with the status {(int)response.StatusCode}.";
}
