using System.Text;
using System.Text.Json;

namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>Reads attribute names and gives equal names one string: a table's items share theirs.</summary>
internal static class AttributeNames
{
    private const int SlotCount = 1024;
    private const int MaxShared = 40;

    private static readonly string?[] Slots = new string?[SlotCount];

    public static string Read(ref Utf8JsonReader reader)
    {
        var bytes = reader.ValueSpan;
        return reader.HasValueSequence || reader.ValueIsEscaped || bytes.Length > MaxShared || !Ascii.IsValid(bytes)
            ? WireText.Read(ref reader)
            : Share(bytes);
    }

    private static string Share(ReadOnlySpan<byte> name)
    {
        var hash = 17u;
        foreach (var character in name)
        {
            hash = (hash * 31) + character;
        }

        ref var slot = ref Slots[(hash ^ (hash >> 13)) % SlotCount];
        var shared = Volatile.Read(ref slot);
        if (shared is null || !Ascii.Equals(name, shared))
        {
            shared = Encoding.ASCII.GetString(name);
            Volatile.Write(ref slot, shared);
        }

        return shared;
    }
}
