namespace Amazon.ApiGatewayManagementApi.Model;

/// <summary>Who is connected.</summary>
public class Identity
{
    public string SourceIp { get; set; }

    public string UserAgent { get; set; }
}
