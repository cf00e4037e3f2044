namespace Patterns.Local.Services.Firehose.Delivery;

/// <summary>Bytes that become a part of an object.</summary>
internal readonly record struct ObjectPart(ReadOnlyMemory<byte> Data, DateTimeOffset ArrivedAt);
