namespace FanIn.Demo;

/// <summary>Compares what arrived with what was asked.</summary>
internal sealed class Check(RequestBook book, Ledger ledger)
{
    private readonly List<string> _mistakes = [];

    /// <returns>Everything that is not as it must be.</returns>
    public IReadOnlyList<string> Run()
    {
        foreach (var request in book.Requests)
        {
            CheckResult(request);
        }

        CheckStrays("result", ledger.Results.Keys, book.Requests.Select(request => request.Id));
        CheckStrays("late answer", ledger.Late.Keys, book.Requests.SelectMany(MissingQuotes));
        CheckStrays("dead letter", ledger.Nonsense.Keys, book.Asked(Market.Garbled).Select(request => Ledger.AnswerId(request, Market.Garbled)));
        _mistakes.AddRange(ledger.Lost.Select(id => $"{id} was given up."));
        return _mistakes;
    }

    private void CheckResult(QuoteRequest request)
    {
        if (ledger.ResultOf(request) is not { } result)
        {
            _mistakes.Add($"{request.Id} has no result.");
            return;
        }

        var answered = request.Suppliers.Except(result.Missing).Order(StringComparer.Ordinal).ToList();
        var best = answered.Select(supplier => (Supplier: supplier, Price: PriceOf(supplier, request))).DefaultIfEmpty().MinBy(quote => quote.Price);
        Expect(request, "the best supplier", best.Supplier, result.Supplier);
        Expect(request, "the best price", best.Supplier is null ? null : best.Price, result.Price);
        Expect(request, "the number of answers", answered.Count, result.Answers);
        Expect(request, "the number of suppliers", request.Suppliers.Count, result.Asked);
        CheckEnd(request, result, ledger.Results[request.Id]);
        CheckMissing(request, result.Missing);
    }

    /// <summary>All copies are the same one, and say how the request ended.</summary>
    private void CheckEnd(QuoteRequest request, BestQuote result, List<Arrival> copies)
    {
        Expect(request, "the number of different results", 1, copies.Distinct().Count());
        Expect(request, "a word on how it ended", true, copies[0].Has("fan-in-outcome", result.Missing.Count == 0 ? "Completed" : "TimedOut"));
        Expect(request, "a word on how many answered", true, copies[0].Has("fan-in-parts", result.Answers.ToString()));
        if (!request.IsHurried)
        {
            Expect(request, "the number of missing answers of a patient request", 0, result.Missing.Count);
        }
    }

    /// <summary>Who gives no answer is missing. Who gives one is in the result, or the answer is among the late ones.</summary>
    private void CheckMissing(QuoteRequest request, IReadOnlyList<string> missing)
    {
        foreach (var supplier in request.Suppliers)
        {
            var id = Ledger.AnswerId(request, supplier);
            var isLate = ledger.Late.ContainsKey(id);
            Expect(request, $"{supplier} missing", !Market.EverQuotes(supplier) || isLate, missing.Contains(supplier));
            Expect(request, $"nonsense of {supplier}", supplier == Market.Garbled, ledger.Nonsense.ContainsKey(id));
        }
    }

    private IEnumerable<string> MissingQuotes(QuoteRequest request) =>
        (ledger.ResultOf(request)?.Missing ?? []).Where(Market.EverQuotes).Select(supplier => Ledger.AnswerId(request, supplier));

    private void CheckStrays(string what, IEnumerable<string> found, IEnumerable<string> expected) =>
        _mistakes.AddRange(found.Except(expected).Select(id => $"{id} is a {what} that nobody expects."));

    private void Expect<T>(QuoteRequest request, string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            _mistakes.Add($"{request.Id}: {what} should be {expected?.ToString() ?? "none"}, but is {actual?.ToString() ?? "none"}.");
        }
    }

    private static decimal PriceOf(string supplier, QuoteRequest request) => Market.PriceOf(supplier, request.Item, request.Quantity);
}
