namespace Firehose.Demo;

/// <summary>Compares what was delivered with what was put.</summary>
internal sealed class Check(WebLog log, Archive archive)
{
    private const int MostShown = 5;

    private readonly List<string> _mistakes = [];

    /// <returns>Everything that is not as it must be.</returns>
    public IReadOnlyList<string> Run()
    {
        Compare("page view", log.Views, archive.Views);
        Compare("broken line", log.Broken, archive.Failed.Select(failed => failed.Line));
        _mistakes.AddRange(archive.Failed.Where(failed => failed.Reason != "Lambda.ProcessingFailedStatus").Select(failed => $"A line failed for {failed.Reason}.").Distinct());
        return _mistakes;
    }

    // Firehose may deliver a record twice, and both copies are the same.
    private void Compare(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (wanted, found) = (expected.ToHashSet(), actual.ToHashSet());
        Add($"is a {what} that is missing", wanted.Except(found));
        Add($"is a {what} that nobody expects", found.Except(wanted));
    }

    private void Add(string what, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        _mistakes.AddRange(all.Take(MostShown).Select(line => $"{line} {what}."));
        if (all.Count > MostShown)
        {
            _mistakes.Add($"{all.Count - MostShown} more: each {what}.");
        }
    }
}
