namespace Amazon.EventBridge.Model;

/// <summary>A target that was not added.</summary>
public class PutTargetsResultEntry
{
    public string ErrorCode { get; set; }

    public string ErrorMessage { get; set; }

    public string TargetId { get; set; }
}
