namespace Patterns.Testing;

internal static class CancellationLaws
{
    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
    [
        new("a cancelled call ends", EndsAsync),
    ];

    private static async Task EndsAsync(TableTrial trial)
    {
        foreach (var (what, call) in TableCalls.Of(trial.Table, trial.Key("1")))
        {
            await trial.ExpectThrowsAsync<OperationCanceledException>(what, () => call(new CancellationToken(canceled: true))).ConfigureAwait(false);
        }

        await trial.ExpectMissingAsync("1").ConfigureAwait(false);
    }
}
