using System.Globalization;

namespace LongRunning.Demo;

/// <summary>A file of payments, made up from a seed: lines of an account and an amount, and here and there one that is none.</summary>
internal sealed class PaymentFile
{
    private const int Accounts = 40;

    private PaymentFile(string name, IReadOnlyList<string> pages)
    {
        Name = name;
        Pages = pages;
    }

    public string Name { get; }

    /// <summary>The file as it is stored.</summary>
    public IReadOnlyList<string> Pages { get; }

    public int Payments { get; private init; }

    public int Rejected { get; private init; }

    /// <summary>What the accounts have when every payment has counted once.</summary>
    public required IReadOnlyDictionary<string, (decimal Amount, int Payments)> Balances { get; init; }

    public static PaymentFile Create(string name, int pages, int linesPerPage, int seed)
    {
        var random = new Random(seed);
        var lines = Enumerable.Range(0, pages * linesPerPage).Select(_ => LineOf(random)).ToList();
        var good = lines.Where(line => line.Account is not null).ToList();
        return new PaymentFile(name, [.. lines.Chunk(linesPerPage).Select(page => string.Join('\n', page.Select(line => line.Text)))])
        {
            Payments = good.Count,
            Rejected = lines.Count - good.Count,
            Balances = good.GroupBy(line => line.Account!).ToDictionary(account => account.Key, account => (account.Sum(line => line.Amount), account.Count())),
        };
    }

    private static (string Text, string? Account, decimal Amount) LineOf(Random random)
    {
        var (account, amount) = ($"a-{random.Next(Accounts)}", random.Next(-5000, 10_000) / 100m);
        return random.Next(100) == 0
            ? ($"{account};not a number", null, 0)
            : (string.Create(CultureInfo.InvariantCulture, $"{account};{amount}"), account, amount);
    }
}
