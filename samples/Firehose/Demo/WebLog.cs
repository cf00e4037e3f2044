namespace Firehose.Demo;

/// <summary>A web log with people, bots and broken lines, and what must become of each line. A seed makes the same one every time.</summary>
internal sealed class WebLog
{
    private static readonly string[] s_paths = ["/", "/", "/", "/prices", "/prices", "/docs", "/docs/start", "/blog", "/about"];
    private static readonly string[] s_people = ["Mozilla/5.0 (X11; Linux x86_64) Firefox/141.0", "Mozilla/5.0 (Macintosh) Safari/605.1.15"];
    private static readonly string[] s_bots = ["Googlebot/2.1 (+http://www.google.com/bot.html)", "bingbot/2.0"];

    private WebLog(string run, int seed, int lines)
    {
        var random = new Random(seed);
        for (var number = 0; number < lines; number++)
        {
            Add(random, $"{run}-{number}", random.Next(100));
        }
    }

    public List<string> Lines { get; } = [];

    /// <summary>What must be delivered, one line of JSON for each page view.</summary>
    public List<string> Views { get; } = [];

    /// <summary>The lines that must be under the error prefix as they are.</summary>
    public List<string> Broken { get; } = [];

    public int Bots { get; private set; }

    /// <param name="run">Told apart by it in a bucket that has lines of other runs.</param>
    /// <param name="seed">The same one makes the same log.</param>
    /// <param name="lines">How many lines.</param>
    public static WebLog Create(string run, int seed, int lines) => new(run, seed, lines);

    private void Add(Random random, string id, int dice)
    {
        var network = $"198.51.{random.Next(100)}.";
        var path = s_paths[random.Next(s_paths.Length)];
        var status = random.Next(10) == 0 ? 404 : 200;
        var agents = dice < 20 ? s_bots : s_people;
        var line = $"{network}{random.Next(1, 255)} - - [25/Nov/2026:10:00:{random.Next(60):D2} +0000] \"GET {path}?r={id} HTTP/1.1\" {status} {random.Next(100, 90_000)} \"-\" \"{agents[random.Next(agents.Length)]}\"";
        if (dice < 20)
        {
            Bots++;
        }
        else if (dice < 23)
        {
            // A line that was cut off, as logs have them.
            line = line[..(line.IndexOf(id, StringComparison.Ordinal) + id.Length)];
            Broken.Add(line);
        }
        else
        {
            Views.Add($$"""{"requestId":"{{id}}","path":"{{path}}","status":{{status}},"network":"{{network}}0"}""");
        }

        Lines.Add(line);
    }
}
