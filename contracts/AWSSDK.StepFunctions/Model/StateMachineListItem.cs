namespace Amazon.StepFunctions.Model;

/// <summary>A state machine in a list.</summary>
public class StateMachineListItem
{
    public DateTime? CreationDate { get; set; }

    public string Name { get; set; }

    public string StateMachineArn { get; set; }

    public StateMachineType Type { get; set; }
}
