namespace Patterns.StreamTransform.Tests.Windows;

/// <summary>The windows of all clicks at once.</summary>
internal static class ClickOracle
{
    public static IEnumerable<string> Sessions(IEnumerable<Click> clicks, double gap)
    {
        foreach (var user in clicks.DistinctBy(click => click.Id).GroupBy(click => click.User))
        {
            var session = new List<Click>();
            foreach (var click in user.OrderBy(click => click.Minute))
            {
                if (session.Count > 0 && click.Minute - session[^1].Minute >= gap)
                {
                    yield return Text(session, session[0].Minute, session[^1].Minute + gap);
                    session = [];
                }

                session.Add(click);
            }

            yield return Text(session, session[0].Minute, session[^1].Minute + gap);
        }
    }

    public static IEnumerable<string> Slides(IEnumerable<Click> clicks, double size, double step)
    {
        foreach (var user in clicks.DistinctBy(click => click.Id).GroupBy(click => click.User))
        {
            var first = Math.Floor((user.Min(click => click.Minute) - size) / step) * step;
            for (var start = first; start <= user.Max(click => click.Minute); start += step)
            {
                var within = user.Where(click => click.Minute >= start && click.Minute < start + size).ToList();
                if (within.Count > 0)
                {
                    yield return Text(within, start, start + size);
                }
            }
        }
    }

    private static string Text(List<Click> clicks, double start, double end) =>
        KeyedRig.Text(new Collected(clicks[0].User, start, end, [.. clicks.Select(click => click.Id)], IsLate: false));
}
