namespace OneWayChain.Demo;

/// <summary>Shows how the chains ended.</summary>
internal sealed class Report(IReadOnlyList<Document> documents, Ledger ledger, IReadOnlyList<string> mistakes)
{
    private const int MostShown = 20;

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine("  end          step       chains   cause");
        Console.WriteLine("  ----------   --------   ------   ----------------------------------------------------------");
        Console.WriteLine($"  completed    archive    {ledger.Completions.Count,6}");
        foreach (var end in ledger.Failures.GroupBy(chain => (chain.First().Step, chain.First().Cause)).OrderBy(end => end.Key))
        {
            Console.WriteLine($"  failed       {end.Key.Step,-8}   {end.Count(),6}   {end.Key.Cause}");
        }

        foreach (var accident in ledger.Accidents.GroupBy(failure => failure.Step))
        {
            Console.WriteLine($"  sent again   {accident.Key,-8}   {accident.Count(),6}   the function was killed");
        }

        var twice = ledger.Completions.Count(copies => copies.Count() > 1);
        Console.WriteLine();
        Console.WriteLine($"  {documents.Count} documents were handed in. {twice} completions came more than once, each time under the same id.");
        foreach (var mistake in mistakes.Take(MostShown))
        {
            Console.WriteLine("  WRONG: " + mistake);
        }

        Console.WriteLine(mistakes.Count == 0 ? "Every chain is completed, or has a failure record that names the step and the cause." : $"{mistakes.Count} things are not as expected.");
    }
}
