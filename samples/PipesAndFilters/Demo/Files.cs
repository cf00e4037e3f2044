namespace PipesAndFilters.Demo;

/// <summary>The files that will be imported, and what must come of them: computed here, without the filters.</summary>
internal sealed class Files
{
    private static readonly string[] Articles = ["bolt", "nut", "washer", "hinge", "fixing", "door", "chain"];
    private readonly Dictionary<string, List<PricedLine>> _expected = [];
    private readonly List<ImportFile> _all = [];
    private readonly HashSet<string> _withBadLine = [];

    public IReadOnlyList<ImportFile> All => _all;

    /// <summary>What each file must become, in the order of its lines.</summary>
    public IReadOnlyDictionary<string, List<PricedLine>> Expected => _expected;

    /// <summary>Files with a line that is none: it alone fails where it has a message of its own, and the file where it has not.</summary>
    public IReadOnlySet<string> WithBadLine => _withBadLine;

    /// <summary>The same files for the same seed.</summary>
    public static Files Create(int count, int seed)
    {
        var random = new Random(seed);
        var files = new Files();
        for (var number = 0; number < count; number++)
        {
            files.Add($"file-{number:D3}", random, hasBadLine: number % 10 == 7);
        }

        return files;
    }

    private void Add(string name, Random random, bool hasBadLine)
    {
        var lines = new List<string> { "# customer;article;quantity" };
        var expected = new List<PricedLine>();
        for (var line = random.Next(3, 10); line > 0; line--)
        {
            var (customer, article, quantity) = ($"customer-{random.Next(30)}", Articles[random.Next(Articles.Length)], random.Next(1, 50));
            lines.Add($"{customer};{article};{quantity}");
            expected.AddRange(PartsOf(article).Select(part => new PricedLine(customer, part, quantity, quantity * CentsOf(part))));
        }

        if (hasBadLine)
        {
            lines.Insert(2, "customer-1;bolt;a dozen");
            _withBadLine.Add(name);
        }

        _all.Add(new ImportFile(name, string.Join('\n', lines)));
        _expected[name] = expected;
    }

    /// <summary>Chains are not sold any more.</summary>
    private static string[] PartsOf(string article) => article switch
    {
        "fixing" => ["bolt", "nut", "washer"],
        "door" => ["hinge", "hinge", "bolt"],
        "chain" => [],
        _ => [article],
    };

    private static int CentsOf(string article) => article switch
    {
        "bolt" => 12,
        "nut" => 7,
        "washer" => 3,
        _ => 450,
    };
}
