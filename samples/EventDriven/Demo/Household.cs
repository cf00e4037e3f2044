namespace EventDriven.Demo;

/// <summary>What will be updated. Names are new in each run, all else is the same.</summary>
internal sealed class Household
{
    private const int Assets = 24;
    private const int Insurances = 12;

    private static readonly string[] Names = ["anna", "ben", "carla", "dan"];

    public Household(string run)
    {
        Run = run;
        Things = [.. Of("asset", Assets), .. Of("insurance", Insurances)];
        Evening = [.. Things.SelectMany(thing => Versions(thing, 1, thing.Kind == "asset" ? 2 : 1))];
        Night = [.. Things.SelectMany(thing => Versions(thing, thing.Kind == "asset" ? 3 : 2, thing.Kind == "asset" ? 3 : 2))];
    }

    /// <summary>What the names of this run begin with.</summary>
    public string Run { get; }

    public IReadOnlyList<Thing> Things { get; }

    /// <summary>The updates while everything is up.</summary>
    public IReadOnlyList<Update> Evening { get; }

    /// <summary>The updates while the cleanup service is down.</summary>
    public IReadOnlyList<Update> Night { get; }

    public IEnumerable<string> Owners => Names.Select(name => $"{Run}-{name}");

    /// <summary>In turns, so that both variants have the same day.</summary>
    private IEnumerable<Thing> Of(string kind, int count) =>
        from n in Enumerable.Range(0, count)
        from variant in Enum.GetValues<Variant>()
        select new Thing(variant, kind, $"{Run}-{variant}-{kind[0]}{n:D2}", Owner(n));

    private string Owner(int n) => $"{Run}-{Names[n % Names.Length]}";

    private static IEnumerable<Update> Versions(Thing thing, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(version => new Update(thing, version, 100m * version + thing.Id[^1] - '0' + 0.25m));
}
