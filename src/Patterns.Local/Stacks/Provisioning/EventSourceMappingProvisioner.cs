using System.Globalization;
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
            Stream = StreamSettings(properties),
            IsEnabled = properties.Flag("Enabled") ?? true,
        };
        var mapping = await lambda.Mappings.CreateAsync(settings).ConfigureAwait(false);
        return new ProvisionedResource(mapping.Id)
        {
            Name = $"{NameOf(settings.EventSourceArn)} -> {settings.Function.Name}",
            Attributes = new Dictionary<string, string>
            {
                ["Id"] = mapping.Id,
                ["EventSourceMappingArn"] = lambda.Aws.Arn("lambda", $"event-source-mapping:{mapping.Id}"),
            },
        };
    }

    private static List<string> Filters(ResourceProperties properties) =>
        [.. (properties.Map("FilterCriteria")?.Maps("Filters") ?? []).Select(filter => filter.JsonText("Pattern")).OfType<string>()];

    private static StreamMappingSettings StreamSettings(ResourceProperties properties) => new()
    {
        StartingPosition = properties.Text("StartingPosition"),
        StartingPositionTimestamp = Timestamp(properties),
        ParallelizationFactor = properties.Number("ParallelizationFactor"),
        MaximumRetryAttempts = properties.Number("MaximumRetryAttempts"),
        MaximumRecordAge = properties.Seconds("MaximumRecordAgeInSeconds"),
        BisectsBatchOnFunctionError = properties.Flag("BisectBatchOnFunctionError"),
        TumblingWindow = properties.Seconds("TumblingWindowInSeconds"),
        OnFailure = properties.Map("DestinationConfig")?.Map("OnFailure")?.Text("Destination"),
    };

    private static DateTimeOffset? Timestamp(ResourceProperties properties)
    {
        const string Name = "StartingPositionTimestamp";
        const double MostSeconds = 253_000_000_000;
        if (properties.Text(Name) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < MostSeconds
            ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000))
            : throw properties.Mistake(Name, $"'{Name}' must be a time in seconds since 1970, and this is '{text}'");
    }

    // The last part of a queue's ARN is its name; the other ARNs have kind and name between slashes.
    private static string NameOf(string arn) => arn.Split('/') is [_, var name, ..] ? name : arn.Split(':')[^1];
}
