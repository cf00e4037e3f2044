using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class EventSourceMappingProvisioner(LambdaService lambda) : IResourceProvisioner
{
    public string Type => "AWS::Lambda::EventSourceMapping";

    public async Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var settings = new EventSourceMappingSettings(lambda.Functions.Find(properties.Required("FunctionName")), properties.Required("EventSourceArn"))
        {
            BatchSize = properties.Number("BatchSize"),
            BatchingWindow = properties.Seconds("MaximumBatchingWindowInSeconds") ?? TimeSpan.Zero,
            Filters = Filters(properties),
            ReportsBatchItemFailures = properties.Texts("FunctionResponseTypes").Contains("ReportBatchItemFailures"),
            MaximumConcurrency = properties.Map("ScalingConfig")?.Number("MaximumConcurrency"),
            IsEnabled = properties.Flag("Enabled") ?? true,
        };
        var mapping = await lambda.Mappings.CreateAsync(settings).ConfigureAwait(false);
        return new ProvisionedResource(mapping.Id)
        {
            Name = $"{settings.EventSourceArn.Split(':')[^1]} -> {settings.Function.Name}",
            Attributes = new Dictionary<string, string>
            {
                ["Id"] = mapping.Id,
                ["EventSourceMappingArn"] = lambda.Aws.Arn("lambda", $"event-source-mapping:{mapping.Id}"),
            },
        };
    }

    private static List<string> Filters(ResourceProperties properties) =>
        [.. (properties.Map("FilterCriteria")?.Maps("Filters") ?? []).Select(filter => filter.JsonText("Pattern")).OfType<string>()];
}
