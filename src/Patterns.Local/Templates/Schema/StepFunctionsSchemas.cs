using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

internal static class StepFunctionsSchemas
{
    public const string StateMachineType = "AWS::StepFunctions::StateMachine";
    public const string ServerlessType = "AWS::Serverless::StateMachine";

    private static readonly string[] s_attributes = ["Arn", "Name", "StateMachineRevisionId"];

    public static readonly ResourceSchema StateMachine = ResourceSchema.Emulated(
        StateMachineType,
        [
            Map("Definition"),
            Any("DefinitionString"),
            Map("DefinitionSubstitutions"),
            Text("StateMachineName"),
            OneOf("StateMachineType", "STANDARD", "EXPRESS"),
            Any("RoleArn").Required,
            List("Tags", Text("Key").Required, Text("Value").Required),
            .. NotEmulated("DefinitionS3Location"),
            .. NoLocalMeaning("EncryptionConfiguration", "LoggingConfiguration", "TracingConfiguration"),
        ])
        .WithAttributes(s_attributes);

    public static readonly ResourceSchema Serverless = ResourceSchema.Emulated(
        ServerlessType,
        [
            Map("Definition"),
            Any("DefinitionUri"),
            Map("DefinitionSubstitutions"),
            Text("Name"),
            OneOf("Type", "STANDARD", "EXPRESS"),
            Any("Role"),
            Map("Events"),
            Map("Tags"),
            .. NotEmulated("AutoPublishAlias"),
            .. NoLocalMeaning("DeploymentPreference", "Logging", "PermissionsBoundary", "Policies", "PropagateTags", "RolePath", "Tracing", "UseAliasAsEventTarget"),
        ])
        .WithAttributes(s_attributes);
}
