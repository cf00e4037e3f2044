namespace Amazon.EventBridge.Model;

/// <summary>Makes what a target gets from parts of the event.</summary>
public class InputTransformer
{
    public Dictionary<string, string> InputPathsMap { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string InputTemplate { get; set; }
}
