namespace StreamWindows.Demo;

/// <summary>Makes up what browsers tell, from a seed: most at once, some late, some much too late, some twice, and some nonsense.</summary>
internal sealed class Visitors(string run, int seed)
{
    private const int Pages = 12;
    private readonly Random _random = new(seed);
    private int _count;

    /// <summary>Each view once, with the time that its page and minute are counted by.</summary>
    public List<View> Countable { get; } = [];

    public List<View> TooLate { get; } = [];

    public int Repeated { get; private set; }

    public int Broken { get; private set; }

    /// <summary>What is told now: partition keys and bodies. What is told twice is told at once, so that it is in one window.</summary>
    public IEnumerable<(string Page, string Body)> Tell(int count, DateTimeOffset now)
    {
        for (var i = 0; i < count; i++)
        {
            var view = Next(now);
            yield return (view.Page, view.ToJson());
            if (_random.Next(10) == 0)
            {
                Repeated++;
                yield return (view.Page, view.ToJson());
            }

            if (_random.Next(100) == 0)
            {
                Broken++;
                yield return (view.Page, """{"id":"?","page":""");
            }
        }
    }

    // Few pages are read much, most little. The window allows ten minutes.
    private View Next(DateTimeOffset now)
    {
        var page = $"/{run}/{(int)(Pages * Math.Pow(_random.NextDouble(), 2.5))}";
        var (late, list) = _random.Next(50) switch
        {
            0 => (TimeSpan.FromMinutes(60 + _random.Next(60)), TooLate),
            < 6 => (TimeSpan.FromSeconds(60 + _random.Next(240)), Countable),
            _ => (TimeSpan.FromMilliseconds(_random.Next(2000)), Countable),
        };
        var view = new View($"{run}-{_count++}", page, now - late);
        list.Add(view);
        return view;
    }
}
