using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.KinesisFirehose.Endpoints;
using Amazon.KinesisFirehose.Internal;
using Amazon.Util.Internal;

namespace Amazon.KinesisFirehose;

/// <summary>How a client finds and talks to Firehose.</summary>
public class AmazonKinesisFirehoseConfig : ClientConfig
{
    internal const string Version = "2015-08-04";

    private static readonly string _userAgent = InternalSDKUtils.BuildUserAgentString("KinesisFirehose", "4.0.0");

    public AmazonKinesisFirehoseConfig()
        : base(new DefaultConfigurationProvider(AmazonKinesisFirehoseDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "firehose";
        EndpointProvider = new AmazonKinesisFirehoseEndpointProvider();
    }

    public static new string ServiceId => "Firehose";

    public override string RegionEndpointServiceName => "firehose";

    public override string ServiceVersion => Version;

    public override string UserAgent => _userAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(new KinesisFirehoseEndpointParameters
        {
            Region = RegionEndpoint?.SystemName,
            UseDualStack = UseDualstackEndpoint,
            UseFIPS = UseFIPSEndpoint,
            Endpoint = ServiceURL,
        });
}
