using System.CommandLine;
using System.Diagnostics;

namespace Patterns.Load;

/// <summary>Sends, receives and deletes in rounds, each operation by itself, and reports the medians of the rounds.</summary>
internal static class SqsCommand
{
    private static readonly Option<int> s_seconds = CommonOptions.Bounded("--seconds", "After how long no new round starts", 10, 1, 600);

    // A standard queue has at most 120,000 messages in flight.
    private static readonly Option<int> s_messages = CommonOptions.Bounded("--messages", "Messages a round", 50_000, 100, 100_000);

    public static Command Create()
    {
        var command = new Command("sqs", "Messages per second of SendMessageBatch, ReceiveMessage and DeleteMessageBatch.")
        {
            CommonOptions.Endpoint, CommonOptions.Connections, s_seconds, s_messages,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(CommonOptions.Endpoint),
            parsed.GetRequiredValue(CommonOptions.Connections),
            TimeSpan.FromSeconds(parsed.GetRequiredValue(s_seconds)),
            parsed.GetRequiredValue(s_messages),
            stop));
        return command;
    }

    private static async Task RunAsync(Uri endpoint, int connectionCount, TimeSpan duration, int messages, CancellationToken stop)
    {
        using var connections = new Connections(endpoint, connectionCount);
        await SqsRound.RunAsync(endpoint, connections, messages, stop);
        var rounds = new List<SqsRound>();
        var start = Stopwatch.GetTimestamp();
        do
        {
            rounds.Add(await SqsRound.RunAsync(endpoint, connections, messages, stop));
        }
        while (Stopwatch.GetElapsedTime(start) < duration);

        Console.WriteLine($"{connectionCount} connections, batches of {Requests.BatchSize}, median of {rounds.Count} rounds of {messages:N0} messages after one to warm up");
        Console.WriteLine($"{"",-20}{"batches/s",12}{"messages/s",12}");
        Print(Operation.SendMessageBatch, messages, rounds.ConvertAll(round => round.Send));
        Print(Operation.ReceiveMessage, messages, rounds.ConvertAll(round => round.Receive));
        Print(Operation.DeleteMessageBatch, messages, rounds.ConvertAll(round => round.Delete));
    }

    private static void Print(string operation, int messages, List<TimeSpan> times)
    {
        var rate = messages / Median.Of(times.ConvertAll(time => time.TotalSeconds));
        Console.WriteLine($"{operation["AmazonSQS.".Length..],-20}{rate / Requests.BatchSize,12:N0}{rate,12:N0}");
    }
}
