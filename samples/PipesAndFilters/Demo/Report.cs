namespace PipesAndFilters.Demo;

/// <summary>Shows what came out of the two forms.</summary>
internal sealed class Report(Files files, Forms forms, IReadOnlyList<string> mistakes)
{
    private const int MostShown = 20;

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine("  form              results   cents in all   twice+   dead letters");
        Console.WriteLine("  ---------------   -------   ------------   ------   ----------------------------------");
        Print(forms.Deployed);
        Print(forms.Whole);
        Console.WriteLine();
        Console.WriteLine($"  {files.WithBadLine.Count} of {files.All.Count} files have a line that is none. Three functions put that line aside, one function its file.");
        foreach (var mistake in mistakes.Take(MostShown))
        {
            Console.WriteLine("  WRONG: " + mistake);
        }

        Console.WriteLine(mistakes.Count == 0 ? "Both forms made the same of every file, under the same ids." : $"{mistakes.Count} things are not as expected.");
    }

    private static void Print(Form form)
    {
        var dead = string.Join(", ", form.DeadLetters.Where(letters => letters.Value.ById.Count > 0).Select(letters => $"{letters.Value.ById.Count} of {letters.Key}").DefaultIfEmpty("none"));
        var cents = form.ByFile.SelectMany(lines => lines).Sum(line => line.Cents);
        Console.WriteLine($"  {form.Name,-15}   {form.Results.ById.Count,7}   {cents,12}   {form.Results.Copies,6}   {dead}");
    }
}
