namespace PipesAndFilters.Demo;

/// <summary>Compares the two forms with each other, and each with what the demo computed itself.</summary>
internal sealed class Check(Files files, Forms forms)
{
    private readonly List<string> _mistakes = [];

    /// <returns>Everything that is not as it must be.</returns>
    public IReadOnlyList<string> Run()
    {
        CheckForm(forms.Deployed, new HashSet<string>());
        CheckForm(forms.Whole, files.WithBadLine);
        CheckForms();
        CheckDeadLetters(forms.Deployed, "parse line");
        CheckDeadLetters(forms.Whole, "all");
        return _mistakes;
    }

    private void CheckForm(Form form, IReadOnlySet<string> failing)
    {
        var found = form.ByFile;
        foreach (var (file, lines) in files.Expected)
        {
            List<PricedLine> expected = failing.Contains(file) ? [] : lines;
            if (!expected.SequenceEqual(found[file]))
            {
                _mistakes.Add($"{file} has {found[file].Count()} results by {form.Name}, not the {expected.Count} that are expected, or not in their order.");
            }
        }
    }

    /// <summary>The same message has the same id in both.</summary>
    private void CheckForms()
    {
        foreach (var (id, message) in forms.Whole.Results.ById)
        {
            if (!forms.Deployed.Results.ById.TryGetValue(id, out var other) || other.Body != message.Body)
            {
                _mistakes.Add($"{id} came out of one function, and not the same out of three.");
            }
        }
    }

    /// <summary>A line that is none is a dead letter of its filter, and of no other.</summary>
    private void CheckDeadLetters(Form form, string filter)
    {
        foreach (var (name, letters) in form.DeadLetters)
        {
            IReadOnlyCollection<string> expected = name == filter ? [.. files.WithBadLine] : [];
            if (!expected.Order().SequenceEqual(letters.ById.Keys.Select(Lineage.FileOf).Order()))
            {
                _mistakes.Add($"The dead letters of '{name}' are {letters.ById.Count}, not the {expected.Count} that are expected.");
            }
        }
    }
}
