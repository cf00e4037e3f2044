using System.Globalization;
using System.Text.RegularExpressions;

namespace StreamTransform.Demo;

/// <summary>The same rules on one machine, line after line, written once more with other means.</summary>
internal sealed partial class Expectation
{
    private readonly Dictionary<string, List<string>> _views = [];

    public Expectation(IReadOnlyList<LogLine> lines)
    {
        foreach (var line in lines)
        {
            Add(line);
        }
    }

    /// <summary>What the second stream must have of each visitor, in this order.</summary>
    public IReadOnlyDictionary<string, List<string>> Views => _views;

    public List<string> Errors { get; } = [];

    /// <summary>Lines that nobody can read.</summary>
    public List<string> Broken { get; } = [];

    public int Robots { get; private set; }

    public int OtherDropped { get; private set; }

    public int ViewCount => _views.Values.Sum(views => views.Count);

    private void Add(LogLine line)
    {
        if (Combined().Match(line.Text) is not { Success: true } match
            || !DateTimeOffset.TryParseExact(match.Groups["time"].Value, "dd/MMM/yyyy:HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            Broken.Add(line.Text);
            return;
        }

        var time = moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var (path, method, agent) = (match.Groups["path"].Value, match.Groups["method"].Value, match.Groups["agent"].Value);
        var status = int.Parse(match.Groups["status"].Value, CultureInfo.InvariantCulture);
        if (Robot().IsMatch(agent))
        {
            Robots++;
        }
        else if (Asset().IsMatch(path))
        {
            OtherDropped++;
        }
        else if (status >= 400)
        {
            Errors.Add($$"""{"visitor":"{{line.Visitor}}","time":"{{time}}","status":{{status}},"method":"{{method}}","path":"{{path}}"}""");
        }
        else if (method != "GET" || status is >= 300 and not 304)
        {
            OtherDropped++;
        }
        else
        {
            AddView(line.Visitor, time, match, path, agent);
        }
    }

    private void AddView(string visitor, string time, Match match, string path, string agent)
    {
        var section = path.Split('/')[1] is { Length: > 0 } first ? first : "home";
        var network = string.Join('.', match.Groups["address"].Value.Split('.')[..3]) + ".0/24";
        var bytes = match.Groups["bytes"].Value is "-" ? "0" : match.Groups["bytes"].Value;
        Add(visitor, $$"""{"visitor":"{{visitor}}","time":"{{time}}","kind":"view","path":"{{path}}","section":"{{section}}","network":"{{network}}","browser":"{{BrowserOf(agent)}}","bytes":{{bytes}}}""");
        if (match.Groups["query"] is { Success: true } query && query.Value.StartsWith("q=", StringComparison.Ordinal))
        {
            Add(visitor, $$"""{"visitor":"{{visitor}}","time":"{{time}}","kind":"search","terms":["{{query.Value[2..].Replace("+", "\",\"", StringComparison.Ordinal)}}"]}""");
        }
    }

    private void Add(string visitor, string view)
    {
        if (!_views.TryGetValue(visitor, out var views))
        {
            _views.Add(visitor, views = []);
        }

        views.Add(view);
    }

    private static string BrowserOf(string agent) => Browser().Match(agent).Value switch
    {
        "Edg" => "Edge",
        "" => "Other",
        var name => name,
    };

    [GeneratedRegex("""^(?<address>[0-9.]+) \S+ \S+ \[(?<time>[^\]]+)\] "(?<method>[A-Z]+) (?<path>[^ ?"]+)(\?(?<query>[^ "]*))? HTTP/[0-9.]+" (?<status>\d{3}) (?<bytes>\d+|-) "[^"]*" "(?<agent>[^"]*)"$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Combined();

    [GeneratedRegex("bot|crawler|spider|^curl/", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Robot();

    [GeneratedRegex(@"\.[a-z0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex Asset();

    // Of the names that a browser gives itself, the last one of these says what it is; Safari is the name that all have.
    [GeneratedRegex("Edg(?=/)|Firefox(?=/)|Chrome(?=/)(?!.*Edg/)|Safari(?=/)(?!.*Edg/)", RegexOptions.None, 1000)]
    private static partial Regex Browser();
}
