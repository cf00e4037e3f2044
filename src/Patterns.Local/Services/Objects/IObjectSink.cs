namespace Patterns.Local.Services.Objects;

/// <summary>Takes whole objects into buckets: what services that deliver to S3 stand on.</summary>
internal interface IObjectSink
{
    /// <summary>Writes the object; a reader sees all of it or nothing.</summary>
    void Put(string bucket, string key, ReadOnlySpan<byte> content);
}
