using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Endpoints;
using Amazon.SimpleNotificationService.Internal;
using Amazon.Util.Internal;

namespace Amazon.SimpleNotificationService;

/// <summary>How a client finds and talks to SNS.</summary>
public class AmazonSimpleNotificationServiceConfig : ClientConfig
{
    internal const string Version = "2010-03-31";

    private static readonly string _userAgent = InternalSDKUtils.BuildUserAgentString("SNS", "4.0.0");

    public AmazonSimpleNotificationServiceConfig()
        : base(new DefaultConfigurationProvider(AmazonSimpleNotificationServiceDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "sns";
        EndpointProvider = new AmazonSimpleNotificationServiceEndpointProvider();
    }

    public static new string ServiceId => "SNS";

    public override string RegionEndpointServiceName => "sns";

    public override string ServiceVersion => Version;

    public override string UserAgent => _userAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(new SimpleNotificationServiceEndpointParameters
        {
            Region = RegionEndpoint?.SystemName,
            UseDualStack = UseDualstackEndpoint,
            UseFIPS = UseFIPSEndpoint,
            Endpoint = ServiceURL,
        });
}
