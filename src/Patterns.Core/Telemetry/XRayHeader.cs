namespace Patterns.Telemetry;

/// <summary>Reads the header of AWS X-Ray: https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader.</summary>
internal static class XRayHeader
{
    private const int RootLength = 35;
    private const int ParentLength = 16;

    /// <summary>The same trace and parent as a W3C <c>traceparent</c>, or null when the header does not name both.</summary>
    public static string? ToTraceParent(string? header)
    {
        if (header is null)
        {
            return null;
        }

        var root = Find(header, "Root=");
        var parent = Find(header, "Parent=");
        if (root.Length != RootLength || !root.StartsWith("1-") || root[10] != '-' || parent.Length != ParentLength)
        {
            return null;
        }

        var flags = Find(header, "Sampled=") is "1" ? "01" : "00";
        return $"00-{root[2..10]}{root[11..]}-{parent}-{flags}";
    }

    private static ReadOnlySpan<char> Find(ReadOnlySpan<char> header, ReadOnlySpan<char> name)
    {
        foreach (var range in header.Split(';'))
        {
            var part = header[range].Trim();
            if (part.StartsWith(name, StringComparison.Ordinal))
            {
                return part[name.Length..];
            }
        }

        return default;
    }
}
