using Patterns.Local.Services.Firehose.Wire;

namespace Patterns.Local.Services.Firehose.Operations;

/// <summary>Reads the data of a record in a request.</summary>
internal static class RecordData
{
    /// <exception cref="AwsException">There is none, or too much of it.</exception>
    public static byte[] Of(FirehoseInput record, string path)
    {
        var data = record.Bytes("Data") ?? throw FirehoseErrors.Constraint($"{path}.data", "Member must not be null");
        return data.Length <= FirehoseLimits.RecordBytes
            ? data
            : throw FirehoseErrors.Constraint($"{path}.data", $"Member must have length less than or equal to {FirehoseLimits.RecordBytes}");
    }

    /// <summary>An id as a put answers with; it is not the one that functions see.</summary>
    public static string NewId()
    {
        Span<byte> bytes = stackalloc byte[120];
        Random.Shared.NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}
