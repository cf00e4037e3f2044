using System.CommandLine;

namespace Patterns.Load;

/// <summary>Sends commands to samples/Cqrs at a rate that rises, and asks the view for what some of them wrote.</summary>
internal static class CqrsCommand
{
    private static readonly Option<string> s_api = new("--api") { Description = "The sample's output ApiUrl", HelpName = "url", Required = true };
    private static readonly Option<int> s_first = CommonOptions.Bounded("--rate", "Commands a second in the first round; each further one has twice as many", 10, 1, 10_000);
    private static readonly Option<int> s_rounds = CommonOptions.Bounded("--rounds", "Rounds, after one to warm up", 5, 1, 12);
    private static readonly Option<int> s_seconds = CommonOptions.Bounded("--seconds", "Seconds a round", 10, 1, 300);
    private static readonly Option<int> s_policies = CommonOptions.Bounded("--policies", "How many policies the commands are about", 200, 1, 100_000);

    public static Command Create()
    {
        var command = new Command("cqrs", "Commands per second through samples/Cqrs, and how long it takes until the view shows them.") { s_api, s_first, s_rounds, s_seconds, s_policies };
        command.SetAction(async (parsed, stop) =>
        {
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = new Uri(parsed.GetRequiredValue(s_api).TrimEnd('/') + "/") };
            var insurer = new Insurer(http, parsed.GetRequiredValue(s_policies));
            await insurer.OpenAllAsync(stop);
            var (rate, length) = (parsed.GetRequiredValue(s_first), TimeSpan.FromSeconds(parsed.GetRequiredValue(s_seconds)));
            await insurer.RunAsync(rate, length, stop);
            Console.WriteLine("| asked for | commands/s | reply p50 | reply p99 | in the view p50 | in the view p99 | tried again |");
            Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|");
            for (var round = 0; round < parsed.GetRequiredValue(s_rounds); round++, rate *= 2)
            {
                Console.WriteLine(await insurer.RunAsync(rate, length, stop));
            }
        });
        return command;
    }
}
