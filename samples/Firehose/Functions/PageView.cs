namespace Firehose.Functions;

/// <summary>What is delivered.</summary>
public sealed record PageView(string RequestId, string Path, int Status, string Network);
