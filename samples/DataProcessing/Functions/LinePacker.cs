using System.Text.Json;

namespace DataProcessing.Functions;

/// <summary>Packs lines in their order, the same way every time.</summary>
public static class LinePacker
{
    /// <summary>What a pack has at most. An item of the table takes 400 KB, and a message more.</summary>
    public const int MostBytes = 350_000;

    private const int QuotesAndComma = 3;

    /// <summary>The line's size as JSON, where a letter may become six.</summary>
    public static int SizeOf(string line) => JsonEncodedText.Encode(line).EncodedUtf8Bytes.Length + QuotesAndComma;

    /// <summary>Full packs, and at the end the rest.</summary>
    public static IEnumerable<IReadOnlyList<string>> Pack(IEnumerable<string> lines, int mostLines)
    {
        var pack = new List<string>();
        var bytes = 0;
        foreach (var line in lines)
        {
            var size = SizeOf(line);
            if (pack.Count == mostLines || (pack.Count > 0 && bytes + size > MostBytes))
            {
                yield return pack;
                pack = [];
                bytes = 0;
            }

            pack.Add(line);
            bytes += size;
        }

        if (pack.Count > 0)
        {
            yield return pack;
        }
    }
}
