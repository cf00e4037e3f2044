namespace ApiProxy.Demo;

/// <summary>Collects what is not as it must be.</summary>
internal sealed class Check
{
    private const string Secret = "LEGACYDB01";
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    public void Expect(string what, bool holds, object? actual)
    {
        if (!holds)
        {
            _mistakes.Add($"{what}, but: {actual}");
        }
    }

    public void Quotes(string kind, IReadOnlyList<Answer> answers, int status, string problem = "")
    {
        foreach (var answer in answers)
        {
            Expect($"{kind} should be {status} {problem}", answer.Status == status && (problem.Length == 0 || answer.Problem == problem), answer);
            Expect($"{kind} should give nothing of the service away", !answer.Body.Contains(Secret, StringComparison.Ordinal), answer);
        }

        Console.WriteLine($"  {kind,-44}{answers.Count,4} × {status} {problem}{(answers.Sum(answer => answer.Tries) is var tries && tries > answers.Count ? $", in {tries} tries" : "")}");
    }

    /// <summary>All requests of a key have one answer, and what that says is what the service has in its book.</summary>
    public void Order(string key, IReadOnlyList<Answer> answers, IReadOnlyList<string> placed)
    {
        Expect($"order {key} should be placed once at most", placed.Count <= 1, placed.Count);
        var done = answers.Where(answer => answer.Status == 200).ToList();
        Expect($"order {key} should have the same answer each time", done.Count == 0 || done.Count == answers.Count, string.Join(" | ", answers));
        Expect($"order {key} should have the id that it has in the book", done.All(answer => placed.Contains(answer.Member("orderId")!)), string.Join(" | ", answers));
    }
}
