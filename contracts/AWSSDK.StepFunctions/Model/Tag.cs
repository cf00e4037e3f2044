namespace Amazon.StepFunctions.Model;

/// <summary>A tag of a state machine.</summary>
public class Tag
{
    public string Key { get; set; }

    public string Value { get; set; }
}
