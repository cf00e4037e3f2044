namespace LongRunning.Demo;

/// <summary>Compares what the imports made with what the files say.</summary>
internal sealed class Check(
    IReadOnlyDictionary<string, ImportStatus> statuses,
    Watch watch,
    IReadOnlyDictionary<(string File, string Account), (decimal Amount, int Payments)> balances)
{
    private readonly List<string> _mistakes = [];

    /// <returns>Everything that is not as it must be.</returns>
    public IReadOnlyList<string> Run(IReadOnlyList<PaymentFile> whole, PaymentFile cancelled, PaymentFile broken)
    {
        foreach (var file in whole)
        {
            CheckWhole(file);
        }

        CheckPart(cancelled, "Cancelled");
        CheckPart(broken, "Failed");
        _mistakes.AddRange(watch.WentBack.Select(file => $"The progress of {file} went back."));
        return _mistakes;
    }

    private void CheckWhole(PaymentFile file)
    {
        Expect(file, "the phase", "Completed", statuses[file.Name].Phase);
        foreach (var (account, expected) in file.Balances)
        {
            Expect(file, $"the balance of {account}", expected, balances.GetValueOrDefault((file.Name, account)));
        }

        Expect(file, "the number of accounts", file.Balances.Count, balances.Keys.Count(key => key.File == file.Name));
        var ends = EndsOf(file);
        Expect(file, "the result", (file.Payments, file.Rejected), ends is [var end, ..] ? (end.State.Payments, end.State.Rejected) : default);
    }

    /// <summary>What was imported of it is what its last checkpoint says.</summary>
    private void CheckPart(PaymentFile file, string phase)
    {
        Expect(file, "the phase", phase, statuses[file.Name].Phase);
        var made = balances.Where(balance => balance.Key.File == file.Name).Sum(balance => balance.Value.Payments);
        Expect(file, "the number of payments", EndsOf(file) is [var end, ..] ? end.State.Payments : -1, made);
    }

    /// <summary>The end may be told twice, and then is the same.</summary>
    private List<ImportResult> EndsOf(PaymentFile file)
    {
        var ends = watch.Results.Where(result => result.Job == file.Name).ToList();
        Expect(file, "the number of different ends", 1, ends.Distinct().Count());
        return ends;
    }

    private void Expect<T>(PaymentFile file, string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            _mistakes.Add($"{file.Name}: {what} should be {expected}, but is {actual}.");
        }
    }
}
