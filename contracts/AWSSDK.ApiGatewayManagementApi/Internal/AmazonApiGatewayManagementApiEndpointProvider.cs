using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.ApiGatewayManagementApi.Endpoints;

namespace Amazon.ApiGatewayManagementApi.Internal;

internal sealed class AmazonApiGatewayManagementApiEndpointProvider : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var region = (string)parameters[nameof(ApiGatewayManagementApiEndpointParameters.Region)];
        var dualStack = parameters[nameof(ApiGatewayManagementApiEndpointParameters.UseDualStack)] is true;
        var fips = parameters[nameof(ApiGatewayManagementApiEndpointParameters.UseFIPS)] is true;
        if (parameters[nameof(ApiGatewayManagementApiEndpointParameters.Endpoint)] is string custom)
        {
            return fips || dualStack
                ? throw new AmazonClientException("A custom endpoint cannot be combined with FIPS or dual stack.")
                : new Endpoint(custom);
        }

        return string.IsNullOrEmpty(region)
            ? throw new AmazonClientException("No region is set.")
            : new Endpoint(Url(region, fips, dualStack));
    }

    private static string Url(string region, bool fips, bool dualStack)
    {
        var partition = Fn.Partition(region) ?? throw new AmazonClientException($"No partition has the region {region}.");
        if ((fips && !Supports(partition, "supportsFIPS")) || (dualStack && !Supports(partition, "supportsDualStack")))
        {
            throw new AmazonClientException($"The partition of {region} lacks FIPS or dual stack.");
        }

        var prefix = fips && !(Equals(Fn.GetAttr(partition, "name"), "aws-us-gov") && !dualStack) ? "execute-api-fips" : "execute-api";
        var suffix = Fn.GetAttr(partition, dualStack ? "dualStackDnsSuffix" : "dnsSuffix");
        return $"https://{prefix}.{region}.{suffix}";
    }

    private static bool Supports(Partition partition, string feature) => Fn.GetAttr(partition, feature) is true;
}
