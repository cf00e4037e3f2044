namespace Contracts.Tests.Serialization;

internal sealed class Sample
{
    public string? Name { get; set; }

    public DateTime? Time { get; set; }

    public byte[]? Bytes { get; set; }

    public MemoryStream? Stream { get; set; }
}
