namespace Amazon.StepFunctions.Model;

/// <summary>Lists state machines.</summary>
public class ListStateMachinesRequest : AmazonStepFunctionsRequest
{
    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}
