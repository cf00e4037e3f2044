namespace Amazon.StepFunctions.Model;

/// <summary>How many items a map has.</summary>
public class MapStateStartedEventDetails
{
    public int? Length { get; set; }
}
