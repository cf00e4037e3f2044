namespace Singleton.Demo;

/// <summary>Compares what the functions have written with what the patterns promise.</summary>
internal sealed class Check(int givenUp)
{
    private readonly List<string> _mistakes = [];

    /// <returns>Everything that is not as it must be.</returns>
    public IReadOnlyList<string> Run(
        IReadOnlyList<Served> ungoverned,
        IReadOnlyList<Served> payments,
        IReadOnlyList<Served> searches,
        IReadOnlyList<(int Number, int Times)> numbers,
        IReadOnlyList<int> invoices,
        (int Payments, int Searches, int Invoices) sent)
    {
        Expect("requests that were given up", 0, givenUp);
        Expect("whether the database refused somebody without the governor", true, ungoverned.Sum(request => request.Refusals) > 0);
        CheckGoverned("payments", payments, sent.Payments);
        CheckGoverned("search", searches, sent.Searches);
        CheckNumbers(numbers, invoices, sent.Invoices);
        return _mistakes;
    }

    private void CheckGoverned(string function, IReadOnlyList<Served> requests, int sent)
    {
        Expect($"requests of {function} that were served", sent, requests.Count(request => request.Times > 0));
        Expect($"refusals of {function}", 0, requests.Sum(request => request.Refusals));
    }

    /// <summary>Each number once, none left out, and each invoice has one.</summary>
    private void CheckNumbers(IReadOnlyList<(int Number, int Times)> numbers, IReadOnlyList<int> invoices, int sent)
    {
        Expect("how many numbers there are", sent, numbers.Count);
        foreach (var ((number, times), index) in numbers.Select((number, index) => (number, index)))
        {
            Expect($"number {index + 1} of the series", index + 1, number);
            Expect($"how often number {number} was given", 1, times);
        }

        Expect("the invoices' numbers", string.Join(' ', numbers.Select(number => number.Number)), string.Join(' ', invoices.Order()));
    }

    private void Expect<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            _mistakes.Add($"{what} should be {expected}, but is {actual}.");
        }
    }
}
