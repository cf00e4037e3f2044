namespace Patterns.Backends.Internal;

/// <summary>The path of an operation: parts that are written out, and parts in braces that stand for any text.</summary>
internal sealed class PathTemplate
{
    private readonly string[] _parts;

    /// <exception cref="ArgumentException">The path is not possible.</exception>
    public PathTemplate(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _parts = path.Split('/');
        var names = _parts.Where(IsValue).ToList();
        if (_parts.Any(part => part.Length == 0 || (part.AsSpan().ContainsAny('{', '}') && !IsValue(part))) || names.Distinct().Count() < names.Count)
        {
            throw new ArgumentException($"'{path}' is no path of an operation, as courses/{{id}} is one.", nameof(path));
        }

        // '~' comes after all letters of paths: what is written out goes first.
        Order = string.Join('/', _parts.Select(part => IsValue(part) ? "~" : part));
    }

    /// <summary>The same for templates that match the same paths; of two that match a path, the first in this order goes first.</summary>
    public string Order { get; }

    /// <summary>For names of operations; what the parts in braces are called makes no difference.</summary>
    public string Name => string.Join('-', _parts.Select(part => IsValue(part) ? "{}" : part));

    public static string[] Split(string path) => path.Trim('/').Split('/');

    /// <returns>What stands for the names; null when the path is another.</returns>
    public IReadOnlyDictionary<string, string>? Match(string[] parts)
    {
        if (parts.Length != _parts.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>();
        for (var index = 0; index < parts.Length; index++)
        {
            var text = Uri.UnescapeDataString(parts[index]);
            if (IsValue(_parts[index]) && text.Length > 0)
            {
                values[_parts[index][1..^1]] = text;
            }
            else if (text != _parts[index])
            {
                return null;
            }
        }

        return values;
    }

    private static bool IsValue(string part) => part.Length > 2 && part[0] == '{' && part[^1] == '}' && !part.AsSpan(1, part.Length - 2).ContainsAny('{', '}');
}
