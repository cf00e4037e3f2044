namespace Amazon.StepFunctions.Model;

/// <summary>Which item of a map.</summary>
public class MapIterationEventDetails
{
    public int? Index { get; set; }

    public string Name { get; set; }
}
