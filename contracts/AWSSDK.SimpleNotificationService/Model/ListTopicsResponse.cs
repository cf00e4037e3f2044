using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A page of topics.</summary>
public class ListTopicsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<Topic> Topics { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
