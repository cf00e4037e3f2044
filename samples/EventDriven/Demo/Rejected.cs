using Amazon.SQS.Model;

namespace EventDriven.Demo;

/// <summary>What the subscribers put aside because they could not read it.</summary>
internal sealed class Rejected(Queues queues, Strangers strangers)
{
    private static readonly string[] Subscribers = ["Portfolio", "Cleanup"];

    private readonly HashSet<(string Subscriber, string Mark)> _found = [];

    public async Task<int> CountMissingAsync()
    {
        foreach (var subscriber in Subscribers)
        {
            foreach (var message in await queues.TakeAsync(subscriber + "RejectedUrl"))
            {
                _found.Add((subscriber, MarkOf(message)));
            }
        }

        return Subscribers.Sum(subscriber => strangers.Nonsense.Count(mark => !_found.Contains((subscriber, mark))));
    }

    /// <summary>Nothing else may be there, and all that was published must have reached the queues.</summary>
    public async Task<IReadOnlyList<string>> FindMistakesAsync()
    {
        var mistakes = _found
            .Where(found => !strangers.Nonsense.Contains(found.Mark))
            .Select(found => $"{found.Subscriber} rejected {found.Mark}.")
            .ToList();
        if (await queues.CountAsync("UndeliveredUrl", "AssetUnpublishedUrl", "InsuranceUnpublishedUrl") is > 0 and var lost)
        {
            mistakes.Add($"{lost} events were not published, or did not reach a queue.");
        }

        return mistakes;
    }

    private string MarkOf(Message message) =>
        strangers.Nonsense.Concat(strangers.Unwanted).FirstOrDefault(mark => message.Body.Contains(mark, StringComparison.Ordinal)) ?? message.Body;
}
