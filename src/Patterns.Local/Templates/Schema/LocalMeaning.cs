namespace Patterns.Local.Templates.Schema;

/// <summary>The types that change nothing on one machine and are therefore accepted in silence.</summary>
internal static class LocalMeaning
{
    private static readonly string[] ServicesWithout =
    [
        "AWS::ApplicationAutoScaling::", "AWS::CloudWatch::", "AWS::CodeDeploy::", "AWS::IAM::", "AWS::KMS::",
        "AWS::Logs::", "AWS::XRay::",
    ];

    private static readonly string[] TypesWithout =
    [
        "AWS::CDK::Metadata",
        "AWS::CloudFormation::WaitConditionHandle",
        "AWS::Events::EventBusPolicy",
        "AWS::Lambda::CodeSigningConfig",
        "AWS::Lambda::LayerVersionPermission",
        "AWS::Lambda::Permission",
        "AWS::Lambda::ResourcePolicy",
        "AWS::ResourceGroups::Group",
        "AWS::S3::BucketPolicy",
        "AWS::SNS::TopicInlinePolicy",
        "AWS::SNS::TopicPolicy",
        "AWS::SQS::QueueInlinePolicy",
        "AWS::SQS::QueuePolicy",
        "AWS::Serverless::Connector",
    ];

    public static bool IsMissingFrom(string type) =>
        TypesWithout.Contains(type) || ServicesWithout.Any(service => type.StartsWith(service, StringComparison.Ordinal));
}
