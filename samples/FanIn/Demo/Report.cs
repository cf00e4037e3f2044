namespace FanIn.Demo;

/// <summary>Shows what became of the requests and of the suppliers' answers.</summary>
internal sealed class Report(RequestBook book, Ledger ledger, IReadOnlyList<string> mistakes)
{
    private const int MostShown = 20;

    public void Print()
    {
        PrintRequests();
        PrintSuppliers();
        foreach (var mistake in mistakes.Take(MostShown))
        {
            Console.WriteLine("  WRONG: " + mistake);
        }

        Console.WriteLine(mistakes.Count == 0 ? "Every request has its one best quote." : $"{mistakes.Count} things are not as expected.");
    }

    private void PrintRequests()
    {
        Console.WriteLine();
        Console.WriteLine("  requests     asked   completed   timed out   without any quote   result came twice+");
        Console.WriteLine("  ----------   -----   ---------   ---------   -----------------   ------------------");
        PrintRequests("patient", book.Requests.Where(request => !request.IsHurried).ToList());
        PrintRequests("in a hurry", book.Requests.Where(request => request.IsHurried).ToList());
    }

    private void PrintRequests(string name, List<QuoteRequest> requests)
    {
        var results = requests.Select(ledger.ResultOf).OfType<BestQuote>().ToList();
        var completed = results.Count(result => result.Missing.Count == 0);
        var empty = results.Count(result => result.Price is null);
        var twice = requests.Count(request => ledger.Results.TryGetValue(request.Id, out var copies) && copies.Count > 1);
        Console.WriteLine($"  {name,-10}   {requests.Count,5}   {completed,9}   {results.Count - completed,9}   {empty,17}   {twice,18}");
    }

    private void PrintSuppliers()
    {
        Console.WriteLine();
        Console.WriteLine("  supplier   asked   in time   cheapest   late   nonsense   silent");
        Console.WriteLine("  --------   -----   -------   --------   ----   --------   ------");
        foreach (var supplier in Market.All)
        {
            PrintSupplier(supplier, book.Asked(supplier).ToList());
        }

        Console.WriteLine();
    }

    private void PrintSupplier(string supplier, List<QuoteRequest> asked)
    {
        var inTime = asked.Count(request => ledger.ResultOf(request)?.Missing.Contains(supplier) == false);
        var cheapest = asked.Count(request => ledger.ResultOf(request)?.Supplier == supplier);
        var late = asked.Count(request => ledger.Late.ContainsKey(Ledger.AnswerId(request, supplier)));
        var nonsense = asked.Count(request => ledger.Nonsense.ContainsKey(Ledger.AnswerId(request, supplier)));
        var silent = asked.Count - inTime - late - nonsense;
        Console.WriteLine($"  {supplier,-8}   {asked.Count,5}   {inTime,7}   {cheapest,8}   {late,4}   {nonsense,8}   {silent,6}");
    }
}
