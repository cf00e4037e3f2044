namespace Patterns.Local.Services.Firehose.Transformation;

/// <summary>How a delivery stream is named in events.</summary>
internal sealed record DeliveryNames(string Arn, string Region, string? SourceStreamArn);
