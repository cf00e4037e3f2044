using Patterns.Local.Services;
using Patterns.Local.Services.Objects;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Makes the folder that delivery streams write into; there is no S3 API.</summary>
internal sealed class BucketProvisioner(FolderObjects objects, PhysicalNames names, AwsEnvironment aws) : IResourceProvisioner
{
    private const int LongestName = 63;

    public string Type => "AWS::S3::Bucket";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var name = properties.Text("BucketName") ?? names.For(resource.LogicalId, LongestName).ToLowerInvariant();
        objects.CreateBucket(name);
        return Task.FromResult(new ProvisionedResource(name)
        {
            Name = name,
            Attributes = new Dictionary<string, string>
            {
                ["Arn"] = $"arn:aws:s3:::{name}",
                ["DomainName"] = $"{name}.s3.amazonaws.com",
                ["DualStackDomainName"] = $"{name}.s3.dualstack.{aws.Region}.amazonaws.com",
                ["RegionalDomainName"] = $"{name}.s3.{aws.Region}.amazonaws.com",
                ["WebsiteURL"] = $"http://{name}.s3-website-{aws.Region}.amazonaws.com",
            },
        });
    }
}
