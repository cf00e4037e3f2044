namespace Patterns.Testing;

internal static class MissingTableLaws
{
    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
    [
        new("a table that does not exist fails for good and is named", FailsAsync),
    ];

    private static async Task FailsAsync(TableTrial trial)
    {
        if (trial.Missing is not { } missing)
        {
            return;
        }

        foreach (var (what, call) in TableCalls.Of(missing, trial.Key("1")))
        {
            await trial.ExpectRefusedAsync(what, key: null, () => call(CancellationToken.None), missing).ConfigureAwait(false);
        }
    }
}
