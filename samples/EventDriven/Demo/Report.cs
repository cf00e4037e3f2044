namespace EventDriven.Demo;

/// <summary>Shows what became of the updates in each variant, and checks it.</summary>
internal sealed class Report(Household household, IReadOnlyDictionary<Update, int> answers, IReadOnlyDictionary<string, int> versions, IReadOnlyDictionary<string, Papers> papers)
{
    private const int MostMistakesShown = 30;
    private readonly List<string> _mistakes = [];

    public bool IsAsExpected => _mistakes.Count == 0;

    public void Add(IEnumerable<string> mistakes) => _mistakes.AddRange(mistakes);

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine("  variant  cleanup  updates  answered 200  answered 502   saved  cleaned up  saved, and never cleaned up");
        Console.WriteLine("  -------  -------  -------  ------------  ------------  ------  ----------  ---------------------------");
        foreach (var variant in Enum.GetValues<Variant>())
        {
            PrintRow(variant, "up", household.Evening);
            PrintRow(variant, "down", household.Night);
        }

        household.Things.ToList().ForEach(CheckOnce);
        Console.WriteLine();
        foreach (var mistake in _mistakes.Take(MostMistakesShown))
        {
            Console.WriteLine("  WRONG: " + mistake);
        }

        Console.WriteLine(IsAsExpected
            ? "The direct calls failed with the cleanup service and left work undone; through the bus nobody noticed, and nothing was lost."
            : $"{_mistakes.Count} things are not as expected.");
    }

    private void PrintRow(Variant variant, string cleanup, IReadOnlyList<Update> all)
    {
        var updates = all.Where(update => update.Thing.Variant == variant).ToList();
        var isHurt = variant == Variant.Direct && cleanup == "down";
        var (saved, cleaned) = (updates.Count(IsSaved), updates.Count(IsCleaned));
        Console.WriteLine(
            $"  {variant,-7}  {cleanup,-7}  {updates.Count,7}  {updates.Count(update => answers[update] == 200),12}  {updates.Count(update => answers[update] == 502),12}  "
            + $"{saved,6}  {cleaned,10}  {updates.Count(update => IsSaved(update) && !IsCleaned(update)),27}");

        Expect(updates, isHurt ? "answered with 502" : "answered with 200", update => answers[update] == (isHurt ? 502 : 200));
        Expect(updates, "saved", IsSaved);
        if (!isHurt)
        {
            Expect(updates, "cleaned up", IsCleaned);
        }
        else if (updates.All(IsCleaned)) // not each: a call that was given up may still be carried out, once the service is back
        {
            _mistakes.Add("The direct calls left nothing undone, although the service that they called was down.");
        }
    }

    /// <summary>Each version counts once, however often its event or request came.</summary>
    private void CheckOnce(Thing thing)
    {
        var filed = papers.GetValueOrDefault(thing.Id, new Papers(0, new HashSet<int>()));
        if (filed.Filed != filed.Versions.Count)
        {
            _mistakes.Add($"{thing.Id} was cleaned up {filed.Filed} times for {filed.Versions.Count} versions.");
        }
    }

    private void Expect(IEnumerable<Update> updates, string what, Func<Update, bool> isRight) =>
        _mistakes.AddRange(updates.Where(update => !isRight(update)).Select(update => $"Version {update.Version} of {update.Thing.Id} was not {what}."));

    private bool IsSaved(Update update) => versions.GetValueOrDefault(update.Thing.Id) >= update.Version;

    private bool IsCleaned(Update update) => papers.TryGetValue(update.Thing.Id, out var filed) && filed.Versions.Contains(update.Version);
}
