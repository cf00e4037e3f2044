using Amazon.KinesisFirehose.Internal.Operations;
using Amazon.KinesisFirehose.Internal;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>A client of Firehose on the pipeline of the AWS SDK, which signs, retries and finds the endpoint.</summary>
public class AmazonKinesisFirehoseClient : AmazonServiceClient, IAmazonKinesisFirehose
{
    private static readonly AmazonKinesisFirehoseMetadata _metadata = new();

    public AmazonKinesisFirehoseClient()
        : base(new AmazonKinesisFirehoseConfig())
    {
    }

    public AmazonKinesisFirehoseClient(RegionEndpoint region)
        : base(new AmazonKinesisFirehoseConfig { RegionEndpoint = region })
    {
    }

    public AmazonKinesisFirehoseClient(AmazonKinesisFirehoseConfig config)
        : base(config)
    {
    }

    public AmazonKinesisFirehoseClient(AWSCredentials credentials)
        : this(credentials, new AmazonKinesisFirehoseConfig())
    {
    }

    public AmazonKinesisFirehoseClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonKinesisFirehoseConfig { RegionEndpoint = region })
    {
    }

    public AmazonKinesisFirehoseClient(AWSCredentials credentials, AmazonKinesisFirehoseConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonKinesisFirehoseClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonKinesisFirehoseConfig())
    {
    }

    public AmazonKinesisFirehoseClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonKinesisFirehoseConfig { RegionEndpoint = region })
    {
    }

    public AmazonKinesisFirehoseClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonKinesisFirehoseConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonKinesisFirehoseClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonKinesisFirehoseConfig())
    {
    }

    public AmazonKinesisFirehoseClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonKinesisFirehoseConfig { RegionEndpoint = region })
    {
    }

    public AmazonKinesisFirehoseClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonKinesisFirehoseConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => _metadata;

    public virtual Task<DescribeDeliveryStreamResponse> DescribeDeliveryStreamAsync(DescribeDeliveryStreamRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeDeliveryStreamResponse>(request, DescribeDeliveryStreamOperation.Instance.Options(), cancellationToken);

    public virtual Task<PutRecordResponse> PutRecordAsync(string deliveryStreamName, Record record, CancellationToken cancellationToken = default) =>
        PutRecordAsync(new PutRecordRequest { DeliveryStreamName = deliveryStreamName, Record = record }, cancellationToken);

    public virtual Task<PutRecordResponse> PutRecordAsync(PutRecordRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRecordResponse>(request, PutRecordOperation.Instance.Options(), cancellationToken);

    public virtual Task<PutRecordBatchResponse> PutRecordBatchAsync(string deliveryStreamName, List<Record> records, CancellationToken cancellationToken = default) =>
        PutRecordBatchAsync(new PutRecordBatchRequest { DeliveryStreamName = deliveryStreamName, Records = records }, cancellationToken);

    public virtual Task<PutRecordBatchResponse> PutRecordBatchAsync(PutRecordBatchRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRecordBatchResponse>(request, PutRecordBatchOperation.Instance.Options(), cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonKinesisFirehoseEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AmazonKinesisFirehoseAuthSchemeHandler());
    }
}
