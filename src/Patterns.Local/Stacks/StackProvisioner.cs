using Patterns.Local.Functions;
using Patterns.Local.HttpApi;
using Patterns.Local.Services;
using Patterns.Local.Stacks.Provisioning;
using Patterns.Local.Stacks.Provisioning.WebSockets;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks;

/// <summary>Creates the resources of a stack one after the other, each after those that it refers to.</summary>
internal sealed class StackProvisioner
{
    private readonly StackModel _model;
    private readonly EmulatedAccount _account;
    private readonly StackReferences _references;
    private readonly Dictionary<string, IResourceProvisioner> _provisioners;
    private readonly ApiUrls _urls;
    private readonly RestResources _restResources = new();
    private readonly ThrottledRoutes _throttled = new();

    /// <param name="model">The stack.</param>
    /// <param name="packages">The built functions by logical id.</param>
    /// <param name="account">Where the resources go.</param>
    public StackProvisioner(StackModel model, IReadOnlyDictionary<string, FunctionPackage> packages, EmulatedAccount account)
    {
        _model = model;
        _account = account;
        var names = new PhysicalNames(model.Name);
        _references = new StackReferences(model, names, account.Aws);
        _urls = new ApiUrls(account.Aws, account.Apis, account.Sockets);
        _provisioners = All(packages, names).ToDictionary(provisioner => provisioner.Type);
    }

    /// <exception cref="TemplateException">A resource cannot be created; the message has its place and the service's words.</exception>
    public async Task<ProvisionedStack> ProvisionAsync()
    {
        var resources = new List<StackItem>();
        foreach (var resource in _model.Resources)
        {
            if (_provisioners.TryGetValue(resource.Type, out var provisioner))
            {
                var provisioned = await ProvisionAsync(provisioner, resource).ConfigureAwait(false);
                _references.Add(resource.LogicalId, provisioned);
                resources.Add(new StackItem(resource.LogicalId, resource.Type, provisioned) { IsGenerated = resource.GeneratedBy is not null });
            }
        }

        _throttled.Check();
        return new ProvisionedStack(_model.Name, resources, Outputs());
    }

    private static Diagnostic Refusal(StackResource resource, string message) =>
        new(resource.Location, $"resource '{resource.LogicalId}' ({resource.Type}) was refused: {message.TrimEnd('.')}");

    private IEnumerable<IResourceProvisioner> All(IReadOnlyDictionary<string, FunctionPackage> packages, PhysicalNames names) =>
    [
        new QueueProvisioner(_account.Sqs, names),
        new QueuePolicyProvisioner(_account.Sqs, names),
        new TopicProvisioner(_account.Sns, names),
        new TopicPolicyProvisioner(_account.Sns, names),
        new SubscriptionProvisioner(_account.Sns),
        new TableProvisioner(_account.DynamoDb, names),
        new SimpleTableProvisioner(_account.DynamoDb, names),
        new StreamProvisioner(_account.Kinesis, names),
        new BucketProvisioner(_account.Objects, names, _account.Aws),
        new DeliveryStreamProvisioner(_account.Firehose, names),
        new FunctionProvisioner(_account, packages, names, _urls),
        new StateMachineProvisioner(_account.StepFunctions, names, _model.TemplateDirectory),
        new EventSourceMappingProvisioner(_account.Lambda),
        new EventInvokeConfigProvisioner(_account.Lambda),
        new EventBusProvisioner(_account.Events),
        new RuleProvisioner(_account, names),
        new ScheduleGroupProvisioner(_account.Scheduler, names),
        new ScheduleProvisioner(_account, names),
        Either(new ApiProvisioner(_account, _urls, names), new SocketApiProvisioner(_account.Sockets, _urls, names)),
        Either(new StageProvisioner(_account.Apis, _account.Aws.Time, _throttled), new SocketStageProvisioner(_account.Sockets, _account.Aws.Time, _throttled)),
        Either(new HttpAuthorizerProvisioner(_account, names), new SocketAuthorizerProvisioner(_account.Sockets, _account.Lambda, names)),
        Either(new IntegrationProvisioner(_account.Apis, _account.Lambda, names), new SocketIntegrationProvisioner(_account.Sockets, _account.Lambda, names)),
        Either(new RouteProvisioner(_account.Apis, names), new SocketRouteProvisioner(_account.Sockets, names)),
        new RestApiProvisioner(_account, _urls, names, _restResources),
        new RestResourceProvisioner(_restResources, names),
        new RestMethodProvisioner(_account.Apis, _account.Lambda, names, _restResources),
        new RestDeploymentProvisioner(_account.Apis, names),
        new RestStageProvisioner(_account.Apis, _account.Aws.Time),
        new RestAuthorizerProvisioner(_account, names),
        new FunctionUrlProvisioner(_account, _urls, names),
    ];

    private EitherProtocol Either(IResourceProvisioner http, IResourceProvisioner socket) => new(http, socket, _account.Sockets);

    private async Task<ProvisionedResource> ProvisionAsync(IResourceProvisioner provisioner, StackResource resource)
    {
        try
        {
            var properties = new ResourceProperties(resource.Properties, _model.Evaluator, _references);
            return await provisioner.ProvisionAsync(resource, properties).ConfigureAwait(false);
        }
        catch (AwsException error)
        {
            throw new TemplateException([Refusal(resource, error.Message)]);
        }
    }

    private List<KeyValuePair<string, string>> Outputs()
    {
        var outputs = new List<KeyValuePair<string, string>>();
        foreach (var output in _model.Outputs)
        {
            var value = _model.Evaluator.Evaluate(output.Value, _references);
            var text = value?.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "";
            outputs.Add(new(output.Name, _urls.ToLocal(text)));
        }

        return outputs;
    }
}
