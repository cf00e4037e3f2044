using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Kinesis.Endpoints;
using Amazon.Kinesis.Internal;
using Amazon.Util.Internal;

namespace Amazon.Kinesis;

/// <summary>How a client finds and talks to Kinesis.</summary>
public class AmazonKinesisConfig : ClientConfig
{
    internal const string Version = "2013-12-02";

    private static readonly string _userAgent = InternalSDKUtils.BuildUserAgentString("Kinesis", "4.0.0");

    public AmazonKinesisConfig()
        : base(new DefaultConfigurationProvider(AmazonKinesisDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "kinesis";
        EndpointProvider = new AmazonKinesisEndpointProvider();
    }

    public static new string ServiceId => "Kinesis";

    public override string RegionEndpointServiceName => "kinesis";

    public override string ServiceVersion => Version;

    public override string UserAgent => _userAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(new KinesisEndpointParameters
        {
            Region = RegionEndpoint?.SystemName,
            UseDualStack = UseDualstackEndpoint,
            UseFIPS = UseFIPSEndpoint,
            Endpoint = ServiceURL,
        });
}
