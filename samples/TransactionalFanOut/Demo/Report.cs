using System.Text.Json;

namespace TransactionalFanOut.Demo;

/// <summary>Shows what was committed and what arrived, and checks that it is the same.</summary>
internal sealed class Report(OrderBook book, Shop shop, Expectation expectation, IReadOnlyDictionary<string, int> stock, ILookup<string, LedgerLine> lines, IReadOnlyDictionary<string, FailedMessage> failed)
{
    private const int MostMistakesShown = 30;
    private readonly List<string> _mistakes = [.. shop.Mistakes];

    public bool IsAsExpected => _mistakes.Count == 0;

    public void Print()
    {
        CheckOrders();
        CheckStock();
        Console.WriteLine();
        Console.WriteLine("  repeated: a message came again, because a function ended between its work and its report, and changed nothing.");
        Console.WriteLine();
        Console.WriteLine("  receiver    committed  delivered  out of order  repeated");
        Console.WriteLine("  ---------   ---------  ---------  ------------  --------");
        Array.ForEach(Expectation.Receivers, PrintReceiver);
        PrintFailed();
        Console.WriteLine();
        foreach (var mistake in _mistakes.Take(MostMistakesShown))
        {
            Console.WriteLine("  WRONG: " + mistake);
        }

        Console.WriteLine(IsAsExpected ? "Everything that was committed was delivered, and nothing else." : $"{_mistakes.Count} things are not as expected.");
    }

    /// <summary>An order is in the table if, and only if, its customer was told so.</summary>
    private void CheckOrders()
    {
        CheckSets("orders table", shop.Placed, expectation.Orders.Select(order => order.Id));
        foreach (var order in expectation.Orders)
        {
            var life = book.Lives[order.Id];
            Expect($"{order.Id} in the table", (life.FinalStatus, life.Quantity), (order.Status, order.Quantity));
        }
    }

    /// <summary>Each order took its goods once, never more than there were, and only who would have taken more was refused.</summary>
    private void CheckStock()
    {
        foreach (var sku in book.Skus)
        {
            var sold = expectation.Orders.Where(order => order.Sku == sku).Sum(order => order.Quantity);
            Expect($"{sku} left in stock", Math.Max(0, OrderBook.StockOfEach - sold), stock[sku]);
        }

        foreach (var refused in book.Lives.Values.Where(life => !shop.Placed.Contains(life.OrderId) && life.Quantity <= stock[life.Sku]))
        {
            _mistakes.Add($"{refused.OrderId} was refused, although there were enough {refused.Sku}.");
        }
    }

    private void PrintReceiver(string receiver)
    {
        var expected = expectation.HeardBy(receiver).Where(order => order.Value.Length > 0).ToDictionary();
        var heard = lines[receiver].ToDictionary(line => line.OrderId);
        CheckSets(receiver, expected.Values.SelectMany(messages => messages), heard.Values.SelectMany(line => line.Messages));
        var outOfOrder = heard.Values.Where(line => !line.Messages.SequenceEqual(Sorted(line, expected))).ToList();
        _mistakes.AddRange(outOfOrder.Select(line => $"{receiver} heard in this order: {string.Join(", ", line.Messages)}."));
        Console.WriteLine($"  {receiver,-10}  {expected.Values.Sum(messages => messages.Length),9}  {heard.Values.Sum(line => line.Messages.Count),9}  {outOfOrder.Count,12}  {heard.Values.Sum(line => line.Repeated),8}");
    }

    /// <summary>What was heard, in the order in which it was committed; what is missing is another mistake.</summary>
    private static IEnumerable<string> Sorted(LedgerLine line, Dictionary<string, string[]> expected) =>
        expected.GetValueOrDefault(line.OrderId, []).Where(line.Messages.Contains);

    private void PrintFailed()
    {
        CheckSets("failed messages", expectation.Failed, failed.Keys);
        foreach (var message in failed.Values)
        {
            using var body = JsonDocument.Parse(message.Body);
            var note = body.RootElement.GetProperty("note").GetString()!;
            Expect($"{message.Id}: the note", OrderBook.LongNote.Length, note == OrderBook.LongNote ? note.Length : -1);
        }

        var reasons = failed.Values.GroupBy(message => message.Reason.Split(": ").ElementAtOrDefault(1) ?? "unknown");
        Console.WriteLine();
        Console.WriteLine($"  Failed messages, whole: {string.Join(", ", reasons.Select(reason => $"{reason.Count()} x {reason.Key}").DefaultIfEmpty("none"))}");
    }

    private void CheckSets(string where, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (wanted, found) = (expected.ToHashSet(), actual.ToHashSet());
        _mistakes.AddRange(wanted.Except(found).Select(id => $"{where}: {id} is missing."));
        _mistakes.AddRange(found.Except(wanted).Select(id => $"{where}: {id} should not be there."));
    }

    private void Expect<T>(string what, T expected, T actual)
    {
        if (!Equals(expected, actual))
        {
            _mistakes.Add($"{what}: expected {expected}, but there is {actual}.");
        }
    }
}
