namespace DataProcessing.Demo;

/// <summary>Shows what became of the parts, and the words that are there most often.</summary>
internal sealed class Report(IReadOnlyDictionary<string, int> counted, Ledger ledger)
{
    private const int MostWords = 10;
    private const int MostMistakes = 20;

    public void Print(IReadOnlyList<Job> jobs, IReadOnlyList<string> mistakes)
    {
        PrintParts(jobs);
        PrintFailures(jobs);
        PrintWords(jobs);
        foreach (var mistake in mistakes.Take(MostMistakes))
        {
            Console.WriteLine("  WRONG: " + mistake);
        }

        Console.WriteLine(mistakes.Count == 0 ? "Every word is counted as often as it is there, and every part is accounted for." : $"{mistakes.Count} things are not as expected.");
    }

    private void PrintParts(IReadOnlyList<Job> jobs)
    {
        Console.WriteLine();
        Console.WriteLine("  job                           parts = loaded + rejected + dead-lettered   missing    words   different   copies");
        Console.WriteLine("  ---------------------------   -----   ------   --------   -------------   -------   ------   ---------   ------");
        foreach (var job in jobs)
        {
            PrintParts(job, ledger.ResultOf(job));
        }

        Console.WriteLine($"  {"counted here",-27}   {"",5}   {"",6}   {"",8}   {"",13}   {"",7}   {counted.Values.Sum(),6}   {counted.Count,9}");
    }

    private void PrintParts(Job job, JobResult? result)
    {
        if (result is null)
        {
            Console.WriteLine($"  {job.Id,-27}   no result");
            return;
        }

        var counts = result.Counts;
        var words = result.Result?.Words.Values ?? [];
        Console.WriteLine(
            $"  {job.Id,-27}   {counts.Parts,5}   {counts.Loaded,6}   {counts.Rejected,8}   {counts.DeadLettered,13}   {counts.Missing,7}"
            + $"   {words.Sum(),6}   {words.Count(),9}   {ledger.CopiesOf(job).Count,6}");
    }

    private void PrintFailures(IReadOnlyList<Job> jobs)
    {
        Console.WriteLine();
        Console.WriteLine("  parts without a result");
        Console.WriteLine("  ----------------------");
        foreach (var (job, part) in jobs.SelectMany(job => (ledger.ResultOf(job)?.Failed ?? []).Select(part => (job, part))))
        {
            Console.WriteLine($"  {job.Id}/{part.Number}: {part.Outcome}. {part.Reason}");
        }
    }

    private void PrintWords(IReadOnlyList<Job> jobs)
    {
        var results = jobs.Select(job => ledger.ResultOf(job)?.Result?.Words).ToList();
        Console.WriteLine();
        Console.WriteLine("  word            here" + string.Concat(jobs.Select((_, index) => $"   job {index + 1}")));
        Console.WriteLine("  ------------   -----" + string.Concat(jobs.Select(_ => "   -----")));
        foreach (var (word, count) in counted.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(MostWords))
        {
            Console.WriteLine($"  {word,-12}   {count,5}" + string.Concat(results.Select(words => $"   {words?.GetValueOrDefault(word),5}")));
        }

        Console.WriteLine();
    }
}
