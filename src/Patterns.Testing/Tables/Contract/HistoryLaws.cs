namespace Patterns.Testing;

internal static class HistoryLaws
{
    private const int Histories = 8;
    private const int Steps = 60;

    public static IEnumerable<KeyValuePair<string, Func<TableTrial, Task>>> All =>
        Enumerable.Range(1, Histories).Select(seed => KeyValuePair.Create<string, Func<TableTrial, Task>>(
            $"calls at random give what a dictionary gives (seed {seed})",
            trial => new RandomHistory(trial, seed).RunAsync(Steps)));
}
