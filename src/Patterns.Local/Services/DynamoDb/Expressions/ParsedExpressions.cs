using System.Collections.Concurrent;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>Keeps parsed expressions by their text, since programs send the same ones again and again.</summary>
internal sealed class ParsedExpressions<T>(Func<string, ExpressionErrors, T> parse)
{
    private const int Capacity = 1000;

    private readonly ConcurrentDictionary<string, T> _byText = new(StringComparer.Ordinal);
    private int _count;

    public T Get(string text, ExpressionErrors errors) => _byText.TryGetValue(text, out var parsed) ? parsed : Add(text, errors);

    private T Add(string text, ExpressionErrors errors)
    {
        var parsed = parse(text, errors);

        // A program whose texts are all different must not fill the memory.
        if (Interlocked.Increment(ref _count) > Capacity)
        {
            _byText.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _byText[text] = parsed;
        return parsed;
    }
}
