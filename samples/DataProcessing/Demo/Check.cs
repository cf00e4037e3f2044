namespace DataProcessing.Demo;

/// <summary>Compares what came out with what was counted here.</summary>
internal sealed class Check(IReadOnlyDictionary<string, int> counted, Ledger ledger, Answers answers)
{
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Run(IReadOnlyList<Job> jobs)
    {
        foreach (var job in jobs)
        {
            if (ledger.ResultOf(job) is { } result)
            {
                CheckResult(job, result);
            }
            else
            {
                _mistakes.Add($"{job.Id} has no result.");
            }
        }

        _mistakes.AddRange(ledger.DeadJobs.Select(reason => $"A job is among the dead letters: {reason}"));
        Expect(jobs.All(job => ledger.ResultOf(job)?.Counts == ledger.ResultOf(jobs[0])?.Counts), "The jobs have different numbers of parts.");
        Expect(answers.SameJobAgain, "The first job was started again, though it had ended.");
        Expect(answers.OtherJobRefused, "Another job was taken under the id of the first one.");
        return _mistakes;
    }

    private void CheckResult(Job job, JobResult result)
    {
        Expect(result.Status == "Complete", $"{job.Id} is {result.Status}.");
        Expect(ledger.CopiesOf(job).Distinct().Count() == 1, $"{job.Id} has results that differ.");
        CheckParts(job, result);
        CheckWords(job, result.Result?.Words ?? new Dictionary<string, int>());
    }

    private void CheckParts(Job job, JobResult result)
    {
        var counts = result.Counts;
        Expect(counts.Parts == counts.Loaded + counts.Rejected + counts.DeadLettered, $"{job.Id}: the parts do not add up.");
        Expect((counts.Rejected, counts.DeadLettered, counts.Missing, counts.Surplus) == (2, 1, 0, 0), $"{job.Id}: two parts should be rejected, one dead-lettered, and none missing or surplus.");
        ExpectFailure(job, result, "Rejected", "secret.txt, line 1, is confidential.");
        ExpectFailure(job, result, "Rejected", "at most 401408 can be kept");
        ExpectFailure(job, result, "DeadLettered", "not handled within the tries");

        var dead = result.Failed.Where(part => part.Outcome == "DeadLettered").Select(part => $"{job.Id}/{part.Number}");
        Expect(dead.All(ledger.Buried.Contains), $"{job.Id}: the message of the dead part was not kept.");
    }

    private void CheckWords(Job job, IReadOnlyDictionary<string, int> words)
    {
        foreach (var word in counted.Keys.Union(words.Keys))
        {
            var (here, there) = (counted.GetValueOrDefault(word), words.GetValueOrDefault(word));
            Expect(here == there, $"{job.Id}: '{word}' is there {here} times, but {there} times in the result.");
        }
    }

    private void ExpectFailure(Job job, JobResult result, string outcome, string reason) => Expect(
        result.Failed.Any(part => part.Outcome == outcome && part.Reason.Contains(reason, StringComparison.Ordinal)),
        $"{job.Id}: no part is {outcome} because '{reason}'.");

    private void Expect(bool holds, string mistake)
    {
        if (!holds)
        {
            _mistakes.Add(mistake);
        }
    }
}
