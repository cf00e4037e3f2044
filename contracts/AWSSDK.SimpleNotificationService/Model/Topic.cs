namespace Amazon.SimpleNotificationService.Model;

/// <summary>A topic in a list.</summary>
public class Topic
{
    public string TopicArn { get; set; }
}
