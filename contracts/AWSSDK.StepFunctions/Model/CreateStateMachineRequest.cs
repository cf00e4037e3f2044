namespace Amazon.StepFunctions.Model;

/// <summary>Creates a state machine, or finds it when it exists with the same definition.</summary>
public class CreateStateMachineRequest : AmazonStepFunctionsRequest
{
    public string Definition { get; set; }

    public string Name { get; set; }

    public bool? Publish { get; set; }

    public string RoleArn { get; set; }

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public StateMachineType Type { get; set; }

    public string VersionDescription { get; set; }
}
