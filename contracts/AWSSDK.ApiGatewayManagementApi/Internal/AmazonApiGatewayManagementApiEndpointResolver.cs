using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.ApiGatewayManagementApi.Endpoints;
using Amazon.Util;

namespace Amazon.ApiGatewayManagementApi.Internal;

internal sealed class AmazonApiGatewayManagementApiEndpointResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = (AmazonApiGatewayManagementApiConfig)requestContext.ClientConfig;
        return new ApiGatewayManagementApiEndpointParameters
        {
            Region = requestContext.Request.AlternateEndpoint?.SystemName ?? RegionOf(config),
            UseDualStack = config.UseDualstackEndpoint,
            UseFIPS = config.UseFIPSEndpoint,
            Endpoint = config.ServiceURL,
        };
    }

    private static string RegionOf(AmazonApiGatewayManagementApiConfig config)
    {
        if (config.RegionEndpoint is not null || string.IsNullOrEmpty(config.ServiceURL))
        {
            return config.RegionEndpoint?.SystemName;
        }

        return string.IsNullOrEmpty(config.AuthenticationRegion)
            ? RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(config.ServiceURL)).SystemName
            : config.AuthenticationRegion;
    }
}
