using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Firehose.Demo;

/// <summary>Reads what was delivered for one run.</summary>
internal sealed class Archive(string folder, string run)
{
    private readonly string _mark = $"{run}-";

    /// <summary>The page views, as they stand in the objects.</summary>
    public List<string> Views { get; private set; } = [];

    /// <summary>The lines that failed, with the reason.</summary>
    public List<(string Line, string Reason)> Failed { get; private set; } = [];

    /// <summary>Reads until there are as many different lines as expected, or patience ends.</summary>
    public async Task CollectAsync(int expected, TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            Views = [.. Lines("views").Where(line => line.Contains(_mark, StringComparison.Ordinal))];
            Failed = [.. Lines("errors").Select(Parse).Where(failed => failed.Line.Contains(_mark, StringComparison.Ordinal))];
        }
        while (Views.Distinct().Count() + Failed.Distinct().Count() < expected && clock.Elapsed < patience);
        Console.WriteLine($"  {clock.Elapsed.TotalSeconds,4:F0} s  {Views.Count} page views and {Failed.Count} failed lines in {Files("views").Count()} and {Files("errors").Count()} objects");
    }

    private static (string Line, string Reason) Parse(string json)
    {
        using var failed = JsonDocument.Parse(json);
        return (Encoding.UTF8.GetString(failed.RootElement.GetProperty("rawData").GetBytesFromBase64()), failed.RootElement.GetProperty("errorCode").GetString()!);
    }

    private IEnumerable<string> Lines(string prefix) => Files(prefix).SelectMany(File.ReadLines);

    private IEnumerable<string> Files(string prefix)
    {
        var path = Path.Combine(folder, prefix);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [];
    }
}
