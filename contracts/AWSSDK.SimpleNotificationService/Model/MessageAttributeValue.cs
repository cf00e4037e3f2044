namespace Amazon.SimpleNotificationService.Model;

/// <summary>A value that the publisher attaches to a message.</summary>
public class MessageAttributeValue
{
    public MemoryStream BinaryValue { get; set; }

    public string DataType { get; set; }

    public string StringValue { get; set; }
}
