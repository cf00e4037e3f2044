namespace Command.Demo;

/// <summary>Collects what is not as it must be, and prints what was answered.</summary>
internal sealed class Check
{
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    public Answer Expect(string what, Answer answer, int status, string problem = "")
    {
        Console.WriteLine($"  {what,-62}{answer.Status} {answer.Problem}{(answer.IsReplayed ? "(again) " : "")}{answer.ETag}{(answer.Tries > 1 ? $", in {answer.Tries} tries" : "")}");
        Expect($"{what} should be {status} {problem}", answer.Status == status && answer.Problem == problem, answer);
        return answer;
    }

    public void Expect(string what, bool holds, object? actual)
    {
        if (!holds)
        {
            _mistakes.Add($"{what}, but: {actual}");
        }
    }
}
