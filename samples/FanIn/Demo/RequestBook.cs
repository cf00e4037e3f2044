namespace FanIn.Demo;

/// <summary>What will be asked.</summary>
internal sealed class RequestBook
{
    private static readonly string[] Items = ["bolts", "nuts", "washers", "rivets", "screws", "hinges"];

    private RequestBook(IReadOnlyList<QuoteRequest> requests) => Requests = requests;

    public IReadOnlyList<QuoteRequest> Requests { get; }

    /// <summary>
    /// The same requests for the same seed. Two of three are patient and ask suppliers that answer sooner or later; the others
    /// are in a hurry and ask at least one that will not make it; some ask nobody else.
    /// </summary>
    public static RequestBook Create(int count, int seed)
    {
        var random = new Random(seed);
        var requests = new List<QuoteRequest>();
        for (var n = 0; n < count; n++)
        {
            var isHurried = n % 3 == 2;
            var suppliers = isHurried ? Hurried(n, random) : Patient(n, random);
            random.Shuffle(suppliers);
            requests.Add(QuoteRequest.Create($"request-{n:D4}", Items[random.Next(Items.Length)], random.Next(1, 500), suppliers, isHurried));
        }

        return new RequestBook(requests);
    }

    public string Describe()
    {
        var hurried = Requests.Count(request => request.IsHurried);
        return $"{Requests.Count - hurried} wait for everybody, {hurried} are in a hurry and ask somebody who will not answer in time";
    }

    public IEnumerable<QuoteRequest> Asked(string supplier) =>
        Requests.Where(request => request.Suppliers.Contains(supplier));

    private static string[] Patient(int n, Random random) => n % 6 == 0
        ? [.. Some(random), Market.Slow]
        : Some(random);

    private static string[] Hurried(int n, Random random) => (n / 3 % 6) switch
    {
        0 => [Market.Silent, Market.Garbled],
        1 => [.. Some(random), Market.Silent],
        2 => [.. Some(random), Market.Garbled],
        3 => Market.All,
        _ => [.. Some(random), Market.Slow],
    };

    private static string[] Some(Random random) => random.GetItems(Market.Prompt, random.Next(2, 7)).Distinct().ToArray();
}
