namespace Amazon.StepFunctions.Model;

/// <summary>Asks for what happened in an execution.</summary>
public class GetExecutionHistoryRequest : AmazonStepFunctionsRequest
{
    public string ExecutionArn { get; set; }

    public bool? IncludeExecutionData { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public bool? ReverseOrder { get; set; }
}
