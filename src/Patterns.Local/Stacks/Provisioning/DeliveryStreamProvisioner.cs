using System.Text.Json;
using System.Text.Json.Nodes;
using Patterns.Local.Services.Firehose;
using Patterns.Local.Services.Firehose.Settings;
using Patterns.Local.Services.Firehose.Wire;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class DeliveryStreamProvisioner(FirehoseService firehose, PhysicalNames names) : IResourceProvisioner
{
    // What a template and a request to create a delivery stream have in common, in name and shape.
    private static readonly string[] s_shared = ["DeliveryStreamType", "KinesisStreamSourceConfiguration", "ExtendedS3DestinationConfiguration"];

    public string Type => "AWS::KinesisFirehose::DeliveryStream";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var name = properties.Text("DeliveryStreamName") ?? names.For(resource.LogicalId, FirehoseLimits.NameLength);
        var request = new JsonObject { ["DeliveryStreamName"] = name };
        foreach (var shared in s_shared)
        {
            if (properties.Json(shared) is { } value)
            {
                request[shared] = RequestScalars.Converted(shared, value);
            }
        }

        using var document = JsonSerializer.SerializeToDocument(request);
        var stream = firehose.Create(SettingsReader.Read(new FirehoseInput(document.RootElement)));
        return Task.FromResult(new ProvisionedResource(name)
        {
            Name = name,
            Attributes = new Dictionary<string, string> { ["Arn"] = stream.Arn },
        });
    }
}
