namespace EventDriven.Demo;

/// <summary>Waits for what comes by itself, and says how far it is.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Looks again and again until nothing is missing; false when that takes too long.</summary>
    public static async Task<bool> WaitAsync(string what, Func<Task<int>> missing)
    {
        var end = DateTimeOffset.UtcNow + Limit;
        for (var before = -1; ;)
        {
            var now = await missing();
            if (now != before)
            {
                Console.WriteLine($"  {what}: {(now == 0 ? "all there" : $"{now} to come")}");
            }

            if (now == 0 || DateTimeOffset.UtcNow > end)
            {
                return now == 0;
            }

            before = now;
            await Task.Delay(TimeSpan.FromMilliseconds(300));
        }
    }
}
