using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

internal static class FunctionUrlSchemas
{
    public static readonly IReadOnlyList<PropertyRule> Settings =
    [
        OneOf("AuthType", "NONE", "AWS_IAM").Required,
        OneOf("InvokeMode", "BUFFERED", "RESPONSE_STREAM"),
        Map("Cors", Flag("AllowCredentials"), List("AllowHeaders"), List("AllowMethods"), List("AllowOrigins"), List("ExposeHeaders"), Number("MaxAge", 0, 86_400)),
    ];

    public static readonly ResourceSchema Url = ResourceSchema.Emulated(
        "AWS::Lambda::Url",
        [Any("TargetFunctionArn").Required, .. Settings, .. NoLocalMeaning("Qualifier")])
        .WithAttributes("FunctionArn", "FunctionUrl");
}
