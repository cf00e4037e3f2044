namespace Amazon.SimpleNotificationService.Model;

/// <summary>Lists topics.</summary>
public class ListTopicsRequest : AmazonSimpleNotificationServiceRequest
{
    public ListTopicsRequest()
    {
    }

    public ListTopicsRequest(string nextToken)
    {
        NextToken = nextToken;
    }

    public string NextToken { get; set; }
}
