using System.Collections.Frozen;

namespace Patterns.Local.Templates.Schema;

/// <summary>The types that the runner knows in detail.</summary>
internal static class ResourceSchemas
{
    private static readonly FrozenDictionary<string, ResourceSchema> ByType = new[]
    {
        SqsSchemas.Queue,
        SqsSchemas.QueuePolicy,
        SnsSchemas.Topic,
        SnsSchemas.TopicPolicy,
        SnsSchemas.Subscription,
        LambdaSchemas.Function,
        LambdaSchemas.EventSourceMapping,
        LambdaSchemas.EventInvokeConfig,
        LambdaSchemas.Permission,
        HttpApiSchemas.Api,
        HttpApiSchemas.Stage,
        HttpApiSchemas.Route,
        HttpApiSchemas.Integration,
        HttpApiSchemas.Authorizer,
        RestApiSchemas.Api,
        RestApiSchemas.Resource,
        RestApiSchemas.Method,
        RestApiSchemas.Deployment,
        RestApiSchemas.Stage,
        RestApiSchemas.Authorizer,
        RestApiSchemas.Serverless,
        FunctionUrlSchemas.Url,
        WebSocketSchemas.Deployment,
        WebSocketSchemas.RouteResponse,
        WebSocketSchemas.Serverless,
        EventsSchemas.EventBus,
        EventsSchemas.Rule,
        EventsSchemas.Schedule,
        EventsSchemas.ScheduleGroup,
        DynamoDbSchemas.Table,
        DynamoDbSchemas.SimpleTable,
        KinesisSchemas.Stream,
        FirehoseSchemas.DeliveryStream,
        S3Schemas.Bucket,
        ServerlessSchemas.Function,
        ServerlessSchemas.HttpApi,
        StepFunctionsSchemas.StateMachine,
        StepFunctionsSchemas.Serverless,
    }.ToFrozenDictionary(schema => schema.Type);

    public static ResourceSchema? Find(string type) => ByType.GetValueOrDefault(type);

    public static ResourceSupport SupportOf(string type)
    {
        if (Find(type) is { } schema)
        {
            return schema.Support;
        }

        return LocalMeaning.IsMissingFrom(type) ? ResourceSupport.NoLocalMeaning : ResourceSupport.NotEmulated;
    }
}
