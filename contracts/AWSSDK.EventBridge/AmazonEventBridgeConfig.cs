using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.EventBridge.Endpoints;
using Amazon.EventBridge.Internal;
using Amazon.Util.Internal;

namespace Amazon.EventBridge;

/// <summary>How a client finds and talks to EventBridge.</summary>
public class AmazonEventBridgeConfig : ClientConfig
{
    internal const string Version = "2015-10-07";

    private static readonly string _userAgent = InternalSDKUtils.BuildUserAgentString("EventBridge", "4.0.0");

    public AmazonEventBridgeConfig()
        : base(new DefaultConfigurationProvider(AmazonEventBridgeDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "events";
        EndpointProvider = new AmazonEventBridgeEndpointProvider();
    }

    public static new string ServiceId => "EventBridge";

    public override string RegionEndpointServiceName => "events";

    public override string ServiceVersion => Version;

    public override string UserAgent => _userAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(new EventBridgeEndpointParameters
        {
            Region = RegionEndpoint?.SystemName,
            UseDualStack = UseDualstackEndpoint,
            UseFIPS = UseFIPSEndpoint,
            Endpoint = ServiceURL,
        });
}
