using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.Lambda.Async;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class EventInvokeConfigProvisioner(LambdaService lambda) : IResourceProvisioner
{
    public string Type => "AWS::Lambda::EventInvokeConfig";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var function = lambda.Functions.Find(properties.Required("FunctionName")).Name;
        var destinations = properties.Map("DestinationConfig");
        lambda.InvokeConfigs.Put(function, new EventInvokeConfig
        {
            MaximumRetryAttempts = properties.Number("MaximumRetryAttempts"),
            MaximumEventAge = properties.Seconds("MaximumEventAgeInSeconds"),
            OnSuccess = destinations?.Map("OnSuccess")?.Text("Destination"),
            OnFailure = destinations?.Map("OnFailure")?.Text("Destination"),
        });
        return Task.FromResult(new ProvisionedResource($"{function}|{properties.Required("Qualifier")}"));
    }
}
