namespace Amazon.SimpleNotificationService.Model;

/// <summary>Why one entry of a batch failed.</summary>
public class BatchResultErrorEntry
{
    public string Code { get; set; }

    public string Id { get; set; }

    public string Message { get; set; }

    public bool? SenderFault { get; set; }
}
