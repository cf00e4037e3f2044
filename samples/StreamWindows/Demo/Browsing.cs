namespace StreamWindows.Demo;

/// <summary>
/// Makes up what visitors look at, from a seed, half a minute a round: some views are told of up to a minute later, some twice.
/// </summary>
internal sealed class Browsing(string run, int seed, DateTimeOffset start)
{
    private const int Visitors = 60;
    private const int Passers = 32;
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_gap = TimeSpan.FromMinutes(2);
    private readonly Random _random = new(seed);
    private readonly List<(int Round, string Visitor, View View)> _untold = [];
    private readonly List<(string Visitor, View View)> _told = [];
    private int _round;
    private int _count;

    public int Views => _told.Count;

    /// <summary>What is told in the next round: visitors, which are the partition keys, and bodies.</summary>
    public IEnumerable<(string Visitor, string Body)> Tell()
    {
        for (var visitor = 0; visitor < Visitors; visitor++)
        {
            if (_random.Next(100) < 35)
            {
                var late = _random.Next(5) == 0 ? 1 + _random.Next(2) : 0;
                var at = start + (_round * s_round) + (_random.NextDouble() * s_round);
                _untold.Add((_round + late, $"{run}-visitor{visitor}", new View($"{run}-v{_count++}", $"/{_random.Next(30)}", at)));
            }
        }

        return TellOf(_round++);
    }

    /// <summary>The rest, and somebody in each shard who passes by long after: by that, the stream knows that the others have gone.</summary>
    public IEnumerable<(string Visitor, string Body)> End()
    {
        var after = start + ((_round + 1) * s_round) + (3 * s_gap);
        var passers = Enumerable.Range(0, Passers).Select(passer => ($"{run}-passer{passer}", new View($"{run}-p{passer}", "/", after).ToJson()));
        return TellOf(int.MaxValue).Concat(passers);
    }

    /// <summary>The visits that these views make, computed over all of them at once.</summary>
    public IEnumerable<Visit> Visits()
    {
        foreach (var visitor in _told.GroupBy(told => told.Visitor, told => told.View))
        {
            var views = visitor.OrderBy(view => view.At).ToList();
            var first = 0;
            for (var index = 1; index <= views.Count; index++)
            {
                if (index == views.Count || views[index].At - views[index - 1].At >= s_gap)
                {
                    yield return new Visit(visitor.Key, views[first].At, index - first, views[first].Page, views[index - 1].Page);
                    first = index;
                }
            }
        }
    }

    private List<(string Visitor, string Body)> TellOf(int round)
    {
        var telling = _untold.Where(view => view.Round <= round).ToList();
        _untold.RemoveAll(telling.Contains);
        _told.AddRange(telling.Select(view => (view.Visitor, view.View)));
        var bodies = telling.SelectMany(view => Enumerable.Repeat((view.Visitor, view.View.ToJson()), _random.Next(10) == 0 ? 2 : 1));
        return [.. bodies];
    }
}
