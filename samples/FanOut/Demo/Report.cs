namespace FanOut.Demo;

/// <summary>Shows per receiver what became of the orders, and checks it.</summary>
internal sealed class Report(OrderBook orders, IReadOnlyDictionary<int, int> answers, Ledger ledger)
{
    private readonly List<string> _mistakes = [];

    public bool IsAsExpected => _mistakes.Count == 0;

    public void Print()
    {
        CheckAnswers();
        Console.WriteLine();
        Console.WriteLine("  retried: handled at a later attempt.  twice+: handled more than once, because the order was posted twice, or a");
        Console.WriteLine("  function ended between its work and its report.");
        Console.WriteLine();
        Console.WriteLine("  receiver    orders  delivered   retried  twice+   dead letters");
        Console.WriteLine("  ---------   ------  ---------   -------  ------   ------------------------------");
        foreach (var receiver in OrderBook.Receivers)
        {
            PrintReceiver(receiver);
            CheckReceiver(receiver);
        }

        Console.WriteLine();
        foreach (var mistake in _mistakes)
        {
            Console.WriteLine("  WRONG: " + mistake);
        }

        Console.WriteLine(IsAsExpected ? "Every order is accounted for at every receiver." : $"{_mistakes.Count} things are not as expected.");
    }

    private void PrintReceiver(string receiver)
    {
        var byOrder = ledger.Receipts[receiver].ToLookup(receipt => receipt.OrderId);
        var retried = byOrder.Count(copies => copies.Any(receipt => receipt.Attempt > 1));
        var twice = byOrder.Count(copies => copies.Count() > 1);
        var dead = ledger.DeadLetters[receiver].ToLookup(letter => letter.Reason);
        var reasons = string.Join("; ", dead.Select(letters => $"{letters.Count()} x {letters.Key}").DefaultIfEmpty("none"));
        var expected = orders.Expected(receiver).Concat(orders.ExpectedDead(receiver)).Count();
        Console.WriteLine($"  {receiver,-10}  {expected,6}  {byOrder.Count,9}  {retried,8}  {twice,6}   {reasons}");
    }

    private void CheckAnswers()
    {
        Expect("accepted requests", orders.Posts.Count - orders.Malformed, answers.GetValueOrDefault(202));
        Expect("refused requests", orders.Malformed, answers.GetValueOrDefault(400));
    }

    private void CheckReceiver(string receiver)
    {
        var delivered = ledger.Receipts[receiver].ToLookup(receipt => receipt.OrderId);
        var dead = ledger.DeadLetters[receiver].ToLookup(letter => letter.OrderId);
        CheckSet(receiver, "delivered", orders.Expected(receiver), delivered.Select(copies => copies.Key));
        CheckSet(receiver, "in the dead letters", orders.ExpectedDead(receiver), dead.Select(copies => copies.Key));
        foreach (var id in orders.Expected(receiver).Where(id => delivered[id].Count() < orders.Copies[id]))
        {
            _mistakes.Add($"{receiver}: {id} was posted {orders.Copies[id]} times, but delivered {delivered[id].Count()} times.");
        }

        if (receiver == "Shipping")
        {
            var early = orders.Expected(receiver).Where(id => orders.Orders[id].Carrier is not null && delivered[id].Any(receipt => receipt.Attempt < 3));
            _mistakes.AddRange(early.Select(id => $"Shipping: {id} was delivered before its carrier answered."));
        }
    }

    private void CheckSet(string receiver, string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var wanted = expected.ToHashSet();
        var found = actual.ToHashSet();
        _mistakes.AddRange(wanted.Except(found).Select(id => $"{receiver}: {id} should be {what}, but is not."));
        _mistakes.AddRange(found.Except(wanted).Select(id => $"{receiver}: {id} is {what}, but should not be."));
    }

    private void Expect(string what, int expected, int actual)
    {
        if (expected != actual)
        {
            _mistakes.Add($"{expected} {what} were expected, but there were {actual}.");
        }
    }
}
