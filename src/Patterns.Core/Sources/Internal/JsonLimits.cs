using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>How deep the engine reads: a table's item may nest 32 levels, and its typed form doubles them.</summary>
internal static class JsonLimits
{
    private const int Depth = 256;

    public static readonly JsonReaderOptions Reader = new() { MaxDepth = Depth };
}
