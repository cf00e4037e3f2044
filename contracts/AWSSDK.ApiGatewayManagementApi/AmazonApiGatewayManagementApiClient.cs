using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.ApiGatewayManagementApi.Internal;
using Amazon.ApiGatewayManagementApi.Model;

namespace Amazon.ApiGatewayManagementApi;

/// <summary>A client for the connections of a WebSocket API, at the address of the API and its stage, on the pipeline of the AWS SDK, which signs, retries and finds the endpoint.</summary>
public class AmazonApiGatewayManagementApiClient : AmazonServiceClient, IAmazonApiGatewayManagementApi
{
    private static readonly AmazonApiGatewayManagementApiMetadata _metadata = new();

    public AmazonApiGatewayManagementApiClient()
        : base(new AmazonApiGatewayManagementApiConfig())
    {
    }

    public AmazonApiGatewayManagementApiClient(RegionEndpoint region)
        : base(new AmazonApiGatewayManagementApiConfig { RegionEndpoint = region })
    {
    }

    public AmazonApiGatewayManagementApiClient(AmazonApiGatewayManagementApiConfig config)
        : base(config)
    {
    }

    public AmazonApiGatewayManagementApiClient(AWSCredentials credentials)
        : this(credentials, new AmazonApiGatewayManagementApiConfig())
    {
    }

    public AmazonApiGatewayManagementApiClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonApiGatewayManagementApiConfig { RegionEndpoint = region })
    {
    }

    public AmazonApiGatewayManagementApiClient(AWSCredentials credentials, AmazonApiGatewayManagementApiConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonApiGatewayManagementApiClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonApiGatewayManagementApiConfig())
    {
    }

    public AmazonApiGatewayManagementApiClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonApiGatewayManagementApiConfig { RegionEndpoint = region })
    {
    }

    public AmazonApiGatewayManagementApiClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonApiGatewayManagementApiConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonApiGatewayManagementApiClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonApiGatewayManagementApiConfig())
    {
    }

    public AmazonApiGatewayManagementApiClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonApiGatewayManagementApiConfig { RegionEndpoint = region })
    {
    }

    public AmazonApiGatewayManagementApiClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonApiGatewayManagementApiConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => _metadata;

    public virtual Task<DeleteConnectionResponse> DeleteConnectionAsync(DeleteConnectionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteConnectionResponse>(request, ConnectionOperations.Delete, cancellationToken);

    public virtual Task<GetConnectionResponse> GetConnectionAsync(GetConnectionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetConnectionResponse>(request, ConnectionOperations.Get, cancellationToken);

    public virtual Task<PostToConnectionResponse> PostToConnectionAsync(PostToConnectionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PostToConnectionResponse>(request, ConnectionOperations.Post, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonApiGatewayManagementApiEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AmazonApiGatewayManagementApiAuthSchemeHandler());
    }
}
