namespace Patterns.Local.Services;

/// <summary>Makes random ids that are unique but no secret.</summary>
/// <remarks><see cref="Guid.NewGuid"/> asks the operating system each time, which shows where every message needs an id.</remarks>
internal static class RandomId
{
    public static Guid New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
