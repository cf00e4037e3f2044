using System.Diagnostics;
using Patterns.ApiProxy.Tests.Translation;
using Patterns.Translation;

namespace Patterns.Benchmarks;

/// <summary>How long each hostile document of the tests takes to be refused, and what it allocates.</summary>
internal static class HostileRun
{
    private const int Rounds = 9;

    public static void Print()
    {
        var refusals = HostileDocuments.Xml.SelectMany(document => new[]
            {
                Refused($"XML, {document.Name}", HostileDocuments.XmlOf(document.Name), body => HostileDocuments.Map.ToJson(body)),
                Refused($"SOAP, {document.Name}", HostileDocuments.XmlOf(document.Name, inEnvelope: true), body => HostileDocuments.Operation.ReadReply(body)),
            })
            .Concat(HostileDocuments.Json.Select(document => Refused($"JSON, {document.Name}", HostileDocuments.JsonOf(document.Name), body => HostileDocuments.Map.ToXml(body))))
            .ToList();

        Console.WriteLine("| document | its size | median | slowest | allocated |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        foreach (var (name, size, median, slowest, bytes) in refusals)
        {
            Console.WriteLine($"| {name} | {size:N0} B | {median.TotalMilliseconds:F2} ms | {slowest.TotalMilliseconds:F2} ms | {bytes / 1024.0:N0} KB |");
        }

        Console.WriteLine($"Of {refusals.Count}: the slowest median is {refusals.Max(refusal => refusal.Median).TotalMilliseconds:F1} ms, the slowest of all {refusals.Max(refusal => refusal.Slowest).TotalMilliseconds:F1} ms, the most bytes are {refusals.Max(refusal => refusal.Bytes) / 1e6:F1} MB.");
    }

    private static (string Name, int Size, TimeSpan Median, TimeSpan Slowest, long Bytes) Refused(string name, byte[] document, Action<byte[]> translate)
    {
        // The first one loads code.
        Refuse(document, translate);
        var times = new List<TimeSpan>();
        var bytes = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            Refuse(document, translate);
            times.Add(Stopwatch.GetElapsedTime(start));
            bytes = Math.Max(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        times.Sort();
        return (name, document.Length, times[Rounds / 2], times[^1], bytes);
    }

    private static void Refuse(byte[] document, Action<byte[]> translate)
    {
        try
        {
            translate(document);
        }
        catch (TranslationException)
        {
            return;
        }

        throw new InvalidOperationException("It was not refused.");
    }
}
