namespace Amazon.SimpleNotificationService.Model;

/// <summary>Creates a topic, or finds it when it exists.</summary>
public class CreateTopicRequest : AmazonSimpleNotificationServiceRequest
{
    public CreateTopicRequest()
    {
    }

    public CreateTopicRequest(string name)
    {
        Name = name;
    }

    public Dictionary<string, string> Attributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string DataProtectionPolicy { get; set; }

    public string Name { get; set; }

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
