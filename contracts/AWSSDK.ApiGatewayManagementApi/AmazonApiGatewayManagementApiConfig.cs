using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.ApiGatewayManagementApi.Endpoints;
using Amazon.ApiGatewayManagementApi.Internal;
using Amazon.Util.Internal;

namespace Amazon.ApiGatewayManagementApi;

/// <summary>How a client finds and talks to the management of WebSocket connections.</summary>
public class AmazonApiGatewayManagementApiConfig : ClientConfig
{
    internal const string Version = "2018-11-29";

    private static readonly string _userAgent = InternalSDKUtils.BuildUserAgentString("ApiGatewayManagementApi", "4.0.0");

    public AmazonApiGatewayManagementApiConfig()
        : base(new DefaultConfigurationProvider(AmazonApiGatewayManagementApiDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "execute-api";
        EndpointProvider = new AmazonApiGatewayManagementApiEndpointProvider();
    }

    public static new string ServiceId => "ApiGatewayManagementApi";

    public override string RegionEndpointServiceName => "execute-api";

    public override string ServiceVersion => Version;

    public override string UserAgent => _userAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(new ApiGatewayManagementApiEndpointParameters
        {
            Region = RegionEndpoint?.SystemName,
            UseDualStack = UseDualstackEndpoint,
            UseFIPS = UseFIPSEndpoint,
            Endpoint = ServiceURL,
        });
}
