using System.Text;

namespace Patterns.FanOut.Internal;

/// <summary>Spreads keys over buckets, in the same way in every process and version: FNV-1a.</summary>
internal static class BucketHash
{
    public static int Of(string key, int buckets)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(key))
        {
            hash = (hash ^ octet) * 16777619u;
        }

        return (int)(hash % (uint)buckets);
    }
}
