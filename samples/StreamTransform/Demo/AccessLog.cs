using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StreamTransform.Demo;

/// <summary>The log of a shop in the combined log format, made up from a seed: the same seed makes the same lines.</summary>
/// <remarks>Few visitors read much and few pages are read often (Zipf), sizes are log-normal, and the nights are quiet.</remarks>
internal sealed class AccessLog
{
    private const int LinesPerVisitor = 12;
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly ZipfChoice _visitors;
    private readonly ZipfChoice _pages = new(SitePages.All.Length, exponent: 1.1);
    private DateTimeOffset _time = s_start;

    private AccessLog(int lines, int seed)
    {
        _random = new Random(seed);
        _visitors = new ZipfChoice(Math.Max(10, lines / LinesPerVisitor), exponent: 0.6);
    }

    public static IReadOnlyList<LogLine> Create(int lines, int seed)
    {
        var log = new AccessLog(lines, seed);
        return [.. Enumerable.Range(0, lines).Select(_ => log.Next())];
    }

    private LogLine Next()
    {
        var number = _visitors.Next(_random);
        var address = $"198.{18 + (number / 65536)}.{number / 256 % 256}.{number % 256}";
        var text = _random.Next(400) == 0 ? Garbage(address) : Line(address, number);
        return new LogLine(VisitorOf(address), text);
    }

    // Whoever writes the stream must not tell addresses by its keys, nor break up a visitor's lines.
    private static string VisitorOf(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("pepper " + address)).AsSpan(0, 6));

    private string Line(string address, int visitor)
    {
        _time += Pause();
        var stamp = _time.ToString("dd/MMM/yyyy:HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
        var (method, target) = Request();
        var (status, size) = Answer(method);
        var referrer = _random.Next(3) == 0 ? "-" : "https://shop.example" + SitePages.All[_pages.Next(_random)];
        return $"{address} - - [{stamp}] \"{method} {target} HTTP/1.1\" {status} {size} \"{referrer}\" \"{UserAgents.Of(visitor)}\"";
    }

    private TimeSpan Pause()
    {
        var isNight = _time.Hour is < 6 or > 22;
        return TimeSpan.FromSeconds(-Math.Log(1 - _random.NextDouble()) * (isNight ? 5 : 0.7));
    }

    private (string Method, string Target) Request() => _random.Next(100) switch
    {
        < 30 => ("GET", SitePages.Assets[_random.Next(SitePages.Assets.Length)]),
        < 38 => ("GET", $"/search?q={SitePages.Words[_random.Next(SitePages.Words.Length)]}+{SitePages.Words[_random.Next(SitePages.Words.Length)]}"),
        < 42 => ("POST", "/cart"),
        < 46 => ("GET", $"/account?token={_random.Next():x8}"),
        _ => ("GET", SitePages.All[_pages.Next(_random)]),
    };

    private (int Status, string Size) Answer(string method) => _random.Next(100) switch
    {
        < 4 => (404, "512"),
        < 6 => (method == "POST" ? 503 : 500, "87"),
        < 8 => (301, "0"),
        < 15 => (304, "-"),
        _ => (200, Size()),
    };

    private string Size()
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        return ((int)Math.Exp(9 + normal)).ToString(CultureInfo.InvariantCulture);
    }

    // What a crashed server, a full disk and a port scanner leave behind.
    private string Garbage(string address) => _random.Next(3) switch
    {
        0 => $"{address} - - [",
        1 => $"{address} - - [not a time] \"GET / HTTP/1.1\" 200 12 \"-\" \"-\"",
        _ => "\\x16\\x03\\x01\\x02",
    };
}
