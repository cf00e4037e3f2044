using System.CommandLine;
using System.Diagnostics;

namespace Patterns.Load;

/// <summary>Sends to the queue of a function and waits until the function has taken every message off it.</summary>
internal static class FunctionCommand
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(20);

    private static readonly Option<string> s_queue = new("--queue") { Description = "The URL of the function's queue", HelpName = "url", Required = true };
    private static readonly Option<string> s_deadLetters = new("--dead-letters") { Description = "The URL of the queue that must stay empty", HelpName = "url", Required = true };
    private static readonly Option<int> s_messages = CommonOptions.Bounded("--messages", "Messages a round", 20_000, 100, 1_000_000);
    private static readonly Option<int> s_rounds = CommonOptions.Bounded("--rounds", "How often it is measured, after one round to warm up", 5, 1, 20);
    private static readonly Option<int> s_timeout = CommonOptions.Bounded("--timeout", "Seconds after which a round has failed", 120, 1, 600);

    public static Command Create()
    {
        var command = new Command("function", "Messages per second from SendMessageBatch through a function that a queue triggers.")
        {
            CommonOptions.Endpoint, CommonOptions.Connections, s_queue, s_deadLetters, s_messages, s_rounds, s_timeout,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var endpoint = parsed.GetRequiredValue(CommonOptions.Endpoint);
            using var connections = new Connections(endpoint, parsed.GetRequiredValue(CommonOptions.Connections));
            await using var queue = Queue.Existing(endpoint, parsed.GetRequiredValue(s_queue));
            await using var deadLetters = Queue.Existing(endpoint, parsed.GetRequiredValue(s_deadLetters));
            var timeout = TimeSpan.FromSeconds(parsed.GetRequiredValue(s_timeout));
            var rounds = parsed.GetRequiredValue(s_rounds);
            await MeasureAsync(connections, queue, deadLetters, parsed.GetRequiredValue(s_messages), rounds, timeout, stop);
        });
        return command;
    }

    private static async Task MeasureAsync(
        Connections connections, Queue queue, Queue deadLetters, int messages, int rounds, TimeSpan timeout, CancellationToken stop)
    {
        var rates = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(timeout);
            var elapsed = await RoundAsync(connections, queue, messages, limit.Token);
            rates.Add(messages / elapsed.TotalSeconds);
        }

        var dead = await deadLetters.CountAsync(stop);
        Console.WriteLine($"{Median.Of(rates.Skip(1)):N0} messages/s end to end, median of {rounds} rounds of {messages:N0} messages after one to warm up; {dead} dead letters");
        if (dead > 0)
        {
            throw new LoadException("The function failed for some messages: the rate says nothing.");
        }
    }

    private static async Task<TimeSpan> RoundAsync(Connections connections, Queue queue, int messages, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        await connections.SendAsync(queue.Url, messages, stop);
        while (await queue.CountAsync(stop) > 0)
        {
            await Task.Delay(s_poll, stop);
        }

        return Stopwatch.GetElapsedTime(start);
    }
}
