namespace OneWayChain.Demo;

/// <summary>Compares how the chains ended with how they must.</summary>
internal sealed class Check(IReadOnlyList<Document> documents, Ledger ledger)
{
    private readonly List<string> _mistakes = [];

    /// <returns>Everything that is not as it must be.</returns>
    public IReadOnlyList<string> Run()
    {
        foreach (var document in documents)
        {
            CheckEnd(document, Expectation.Of(document));
        }

        var known = documents.Select(document => document.Id).ToHashSet();
        var strays = ledger.Completions.Select(group => group.Key).Concat(ledger.Failures.Select(group => group.Key)).Where(chain => !known.Contains(chain));
        _mistakes.AddRange(strays.Select(chain => $"The chain '{chain}' is nobody's."));
        return _mistakes;
    }

    private void CheckEnd(Document document, Expectation expected)
    {
        var completions = ledger.Completions[document.Id].ToList();
        var failures = ledger.Failures[document.Id].Select(failure => (failure.Step, failure.Cause)).Distinct().ToList();
        if (completions.Count == 0 && failures.Count == 0)
        {
            _mistakes.Add($"{document.Id} has neither a completion nor a failure record.");
        }
        else if (expected.FailedStep is null)
        {
            Expect(document, "failures", 0, failures.Count);
            Expect(document, "different completions", 1, completions.Select(completion => completion.MessageId).Distinct().Count());
            Expect(document, "the result", ArchivedDocument.Of(document), completions.FirstOrDefault()?.Document);
        }
        else
        {
            Expect(document, "completions", 0, completions.Count);
            Expect(document, "the failure", (expected.FailedStep, expected.Cause!), failures.Count == 1 ? failures[0] : ("none or several", ""));
        }
    }

    private void Expect<T>(Document document, string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            _mistakes.Add($"{document.Id}: {what} should be {expected}, but is {found}.");
        }
    }
}
