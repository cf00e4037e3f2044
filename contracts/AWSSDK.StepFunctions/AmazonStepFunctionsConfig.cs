using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Endpoints;
using Amazon.StepFunctions.Internal;
using Amazon.Util.Internal;

namespace Amazon.StepFunctions;

/// <summary>How a client finds and talks to Step Functions.</summary>
public class AmazonStepFunctionsConfig : ClientConfig
{
    internal const string Version = "2016-11-23";

    private static readonly string _userAgent = InternalSDKUtils.BuildUserAgentString("SFN", "4.0.0");

    public AmazonStepFunctionsConfig()
        : base(new DefaultConfigurationProvider(AmazonStepFunctionsDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "states";
        EndpointProvider = new AmazonStepFunctionsEndpointProvider();
    }

    public static new string ServiceId => "SFN";

    public override string RegionEndpointServiceName => "states";

    public override string ServiceVersion => Version;

    public override string UserAgent => _userAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(new StepFunctionsEndpointParameters
        {
            Region = RegionEndpoint?.SystemName,
            UseDualStack = UseDualstackEndpoint,
            UseFIPS = UseFIPSEndpoint,
            Endpoint = ServiceURL,
        });
}
