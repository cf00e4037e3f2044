namespace Patterns.Local.Services.Firehose.Settings;

/// <summary>The Kinesis stream that a delivery stream reads, and the role in which it does.</summary>
internal sealed record SourceSettings(string StreamArn, string RoleArn);
