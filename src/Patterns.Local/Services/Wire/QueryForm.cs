using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Services.Wire;

/// <summary>The parameters of a request in the AWS Query protocol: from the form, and from the URL where a client puts them there.</summary>
/// <remarks>
/// Lists and maps are numbered names. A flattened list is <c>Name.1</c>; one that is not is <c>Name.member.1</c>,
/// so its prefix here is <c>Name.member</c> (and <c>Name.entry</c> for a map).
/// </remarks>
internal sealed class QueryForm
{
    private readonly Dictionary<string, string> _fields;

    private QueryForm(Dictionary<string, string> fields) => _fields = fields;

    /// <summary>The value, or null where the parameter is absent.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    public string Action => this["Action"] ?? "";

    /// <exception cref="AwsException">The form is longer than <paramref name="limit"/>.</exception>
    public static async ValueTask<QueryForm> ReadAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, limit, cancellationToken).ConfigureAwait(false);
        var fields = new Dictionary<string, string>();
        if (request.QueryString is { HasValue: true, Value: { } query })
        {
            FormDecoder.AddTo(fields, Encoding.UTF8.GetBytes(query).AsSpan(1));
        }

        FormDecoder.AddTo(fields, body.IsSingleSegment ? body.FirstSpan : body.ToArray());
        request.BodyReader.AdvanceTo(body.End);
        return new QueryForm(fields);
    }

    public static QueryForm Parse(string form)
    {
        var fields = new Dictionary<string, string>();
        FormDecoder.AddTo(fields, Encoding.UTF8.GetBytes(form));
        return new QueryForm(fields);
    }

    /// <summary>The prefixes of a list's elements in order of their numbers: <c>Entry.1</c>, <c>Entry.2</c>, …</summary>
    public IReadOnlyList<string> Elements(string prefix)
    {
        var numbers = new SortedSet<int>();
        foreach (var name in _fields.Keys)
        {
            if (NumberAfter(prefix, name) is { } number)
            {
                numbers.Add(number);
            }
        }

        return [.. numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{prefix}.{number}"))];
    }

    /// <summary>A list of plain values.</summary>
    public IReadOnlyList<string> List(string prefix) =>
        [.. Elements(prefix).Select(element => this[element]).OfType<string>()];

    /// <summary>A map whose pairs are <c>Prefix.N.{key}</c> and <c>Prefix.N.{value}</c>.</summary>
    public IReadOnlyDictionary<string, string> Map(string prefix, string key, string value)
    {
        var map = new Dictionary<string, string>();
        foreach (var element in Elements(prefix))
        {
            if (this[$"{element}.{key}"] is { } name)
            {
                map[name] = this[$"{element}.{value}"] ?? "";
            }
        }

        return map;
    }

    private static int? NumberAfter(string prefix, string name)
    {
        if (name.Length <= prefix.Length + 1 || name[prefix.Length] != '.' || !name.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = name.AsSpan(prefix.Length + 1);
        var dot = rest.IndexOf('.');
        return int.TryParse(dot < 0 ? rest : rest[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
