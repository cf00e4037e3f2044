using Patterns.Local.Services.Kinesis;
using Patterns.Local.Services.Kinesis.Storage;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class StreamProvisioner(KinesisService streams, PhysicalNames names) : IResourceProvisioner
{
    private const int LongestName = 128;

    public string Type => "AWS::Kinesis::Stream";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var settings = new StreamSettings(properties.Text("Name") ?? names.For(resource.LogicalId, LongestName))
        {
            Mode = properties.Map("StreamModeDetails")?.Text("StreamMode") == "ON_DEMAND" ? StreamMode.OnDemand : StreamMode.Provisioned,
            ShardCount = properties.Number("ShardCount"),
            RetentionHours = properties.Number("RetentionPeriodHours") ?? KinesisLimits.ShortestRetentionHours,
            MaxRecordKibibytes = properties.Number("MaxRecordSizeInKiB") ?? KinesisLimits.SmallestMaxRecordKibibytes,
            Tags = [.. properties.Maps("Tags").Select(tag => KeyValuePair.Create(tag.Required("Key"), tag.Required("Value")))],
        };
        var stream = streams.Create(settings);
        return Task.FromResult(new ProvisionedResource(stream.Name)
        {
            Name = stream.Name,
            Attributes = new Dictionary<string, string> { ["Arn"] = stream.Arn },
        });
    }
}
