using Patterns.Local.Templates;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Tests.Templates;

public sealed class SamTests
{
    internal const string Shop = """
        AWSTemplateFormatVersion: 2010-09-09
        Transform: AWS::Serverless-2016-10-31
        Parameters:
          Seconds: { Type: Number, Default: 20 }
        Globals:
          Function:
            CodeUri: src
            Runtime: dotnet10
            Timeout: 10
            Architectures: [arm64]
            Environment:
              Variables: { SHARED: global, OWN: global }
        Resources:
          Ship:
            Type: AWS::Serverless::Function
            Properties:
              Handler: Shop::Shop.Ship::FunctionHandler
              Timeout: !Ref Seconds
              MemorySize: 256
              ReservedConcurrentExecutions: 2
              Policies: [SQSPollerPolicy: {QueueName: !GetAtt Orders.QueueName}]
              Tracing: Active
              Environment:
                Variables: { OWN: !Ref Events }
              DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Dead.Arn }
              EventInvokeConfig:
                MaximumRetryAttempts: 1
                DestinationConfig:
                  OnFailure: { Type: SQS }
                  OnSuccess: { Type: SNS, Destination: !Ref Events }
              Events:
                Queue:
                  Type: SQS
                  Properties:
                    Queue: !GetAtt Orders.Arn
                    BatchSize: 5
                    FunctionResponseTypes: [ReportBatchItemFailures]
                    ScalingConfig: { MaximumConcurrency: 3 }
                Topic:
                  Type: SNS
                  Properties:
                    Topic: !Ref Events
                    FilterPolicy: { kind: [order] }
                    FilterPolicyScope: MessageBody
                Buffered:
                  Type: SNS
                  Properties: { Topic: !Ref Events, SqsSubscription: true }
                Post:
                  Type: HttpApi
                  Properties: { Path: /orders, Method: post }
          Orders:
            Type: AWS::SQS::Queue
          Dead:
            Type: AWS::SQS::Queue
          Events:
            Type: AWS::SNS::Topic
        Outputs:
          Url: { Value: !Sub 'https://${ServerlessHttpApi}.execute-api.${AWS::Region}.amazonaws.com' }
          Role: { Value: !GetAtt ShipRole.Arn }
        """;

    private const string Header = "Transform: AWS::Serverless-2016-10-31\nResources:\n";
    private const string Basics = "Handler: H, Runtime: dotnet10, CodeUri: src";

    [Fact]
    public void A_function_has_its_settings_and_those_of_the_globals()
    {
        using var folder = new TemplateFolder();
        folder.Write(Shop);

        var function = Assert.Single(TemplateReader.Read(folder.Path, TemplateParameters.None).Functions);

        Assert.Equal("AWS::Lambda::Function", function.Type);
        Assert.Equal(Path.Combine(folder.Path, "src"), function.CodePath);
        Assert.Equal("Shop::Shop.Ship::FunctionHandler", function.Handler);
        Assert.Equal("template.yaml:17:16", function.HandlerLocation.ToString());
        Assert.Equal("dotnet10", function.Runtime);
        Assert.Equal(TimeSpan.FromSeconds(20), function.Timeout);
        Assert.Equal(256, function.MemoryMegabytes);
        Assert.Equal(2, function.ReservedConcurrentExecutions);
        Assert.Equal(["arm64"], function.Architectures);
        Assert.Equal(["SHARED", "OWN"], function.Environment.Keys);
        Assert.IsType<IntrinsicNode>(function.Environment["OWN"]);
        Assert.NotNull(function.DeadLetterTarget);
    }

    [Fact]
    public void A_function_without_settings_has_the_defaults_of_lambda()
    {
        var function = Assert.Single(TemplateFolder.Read(Function(Basics)).Functions);

        Assert.Equal(TimeSpan.FromSeconds(3), function.Timeout);
        Assert.Equal(128, function.MemoryMegabytes);
        Assert.Null(function.ReservedConcurrentExecutions);
        Assert.Equal(["x86_64"], function.Architectures);
        Assert.Empty(function.Environment);
        Assert.Null(function.DeadLetterTarget);
        Assert.Null(function.FunctionName);
    }

    [Fact]
    public void A_stack_has_the_resources_that_sam_generates()
    {
        var model = TemplateFolder.Read(Shop);

        Assert.Empty(model.Warnings);
        Assert.Equal(
            [
                "Dead AWS::SQS::Queue",
                "Events AWS::SNS::Topic",
                "Orders AWS::SQS::Queue",
                "ServerlessHttpApi AWS::ApiGatewayV2::Api",
                "ServerlessHttpApiApiGatewayDefaultStage AWS::ApiGatewayV2::Stage",
                "Ship AWS::Lambda::Function",
                "ShipBuffered AWS::SNS::Subscription",
                "ShipBufferedEventSourceMapping AWS::Lambda::EventSourceMapping",
                "ShipBufferedQueue AWS::SQS::Queue",
                "ShipEventInvokeConfig AWS::Lambda::EventInvokeConfig",
                "ShipEventInvokeConfigOnFailureQueue AWS::SQS::Queue",
                "ShipPostIntegration AWS::ApiGatewayV2::Integration",
                "ShipPostRoute AWS::ApiGatewayV2::Route",
                "ShipQueue AWS::Lambda::EventSourceMapping",
                "ShipRole AWS::IAM::Role",
                "ShipTopic AWS::SNS::Subscription",
                "ShipTopicPermission AWS::Lambda::Permission",
            ],
            model.Resources.Select(resource => $"{resource.LogicalId} {resource.Type}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ShipQueue", """{"EventSourceArn":"(Orders.Arn)","BatchSize":5,"FunctionResponseTypes":["ReportBatchItemFailures"],"ScalingConfig":{"MaximumConcurrency":3},"FunctionName":"(Ship)"}""")]
    [InlineData("ShipTopic", """{"TopicArn":"(Events)","Protocol":"lambda","Endpoint":"(Ship.Arn)","FilterPolicy":{"kind":["order"]},"FilterPolicyScope":"MessageBody"}""")]
    [InlineData("ShipBuffered", """{"TopicArn":"(Events)","Protocol":"sqs","Endpoint":"(ShipBufferedQueue.Arn)"}""")]
    [InlineData("ShipBufferedEventSourceMapping", """{"EventSourceArn":"(ShipBufferedQueue.Arn)","FunctionName":"(Ship)","BatchSize":10,"Enabled":true}""")]
    [InlineData("ShipEventInvokeConfig", """{"FunctionName":"(Ship)","Qualifier":"$LATEST","MaximumRetryAttempts":1,"DestinationConfig":{"OnFailure":{"Destination":"(ShipEventInvokeConfigOnFailureQueue.Arn)"},"OnSuccess":{"Destination":"(Events)"}}}""")]
    [InlineData("ShipPostRoute", """{"ApiId":"(ServerlessHttpApi)","RouteKey":"POST /orders","Target":"integrations/(ShipPostIntegration)"}""")]
    [InlineData("ShipPostIntegration", """{"ApiId":"(ServerlessHttpApi)","IntegrationType":"AWS_PROXY","IntegrationUri":"(Ship.Arn)","PayloadFormatVersion":"2.0"}""")]
    [InlineData("ServerlessHttpApi", """{"Name":"ServerlessHttpApi","ProtocolType":"HTTP"}""")]
    [InlineData("ServerlessHttpApiApiGatewayDefaultStage", """{"ApiId":"(ServerlessHttpApi)","StageName":"$default","AutoDeploy":true}""")]
    public void A_generated_resource_has_plain_properties(string logicalId, string expected)
    {
        var model = TemplateFolder.Read(Shop);

        Assert.Equal(expected, model.Evaluator.Evaluate(model.Find(logicalId)!.Properties, new FakeReferences())?.ToJsonString());
    }

    [Theory]
    [InlineData("Handler: H, Runtime: dotnet10", "3: resource 'F' (AWS::Serverless::Function) needs the property 'CodeUri'")]
    [InlineData("CodeUri: src, Runtime: dotnet10", "3: resource 'F' (AWS::Serverless::Function) needs the property 'Handler'")]
    [InlineData("CodeUri: src, Handler: H", "3: resource 'F' (AWS::Serverless::Function) needs the property 'Runtime'")]
    [InlineData("CodeUri: src, Handler: H, Runtime: nodejs22.x", "88: runtime 'nodejs22.x' of resource 'F' cannot run here; use one of dotnet8, dotnet10, provided.al2023")]
    [InlineData("Handler: H, Runtime: dotnet10, CodeUri: s3://bucket/key", "93: 'CodeUri' of resource 'F' is no path on this machine; give the path of the function's project, from the template's folder")]
    [InlineData("Handler: H, Runtime: dotnet10, CodeUri: {Bucket: b, Key: k}", "93: 'CodeUri' of resource 'F' is no path on this machine; give the path of the function's project, from the template's folder")]
    [InlineData("Handler: H, Runtime: dotnet10, CodeUri: none/", "93: 'CodeUri' of resource 'F' is 'none/', and there is no such file or folder; paths start from the template's folder")]
    [InlineData("PackageType: Image", "66: resource 'F' is a container image, which cannot run here; use PackageType Zip with a .NET project")]
    [InlineData(Basics + ", Timeout: 901", "107: property 'Timeout' of resource 'F' must be a whole number from 1 to 900, and this is '901'")]
    [InlineData(Basics + ", Architectures: [x86]", "113: property 'Architectures' of resource 'F' must be a list of 'x86_64' or 'arm64', and this is a list")]
    [InlineData(Basics + ", Environment: {Variables: {A: }}", "124: 'A' is empty; give it a value or remove it")]
    [InlineData(Basics + ", Events: {E: {Type: SQSS}}", "117: event 'E' of function 'F' has the unknown type 'SQSS'; did you mean 'SQS'?")]
    [InlineData(Basics + ", Events: {E: {}}", "107: event 'E' of function 'F' needs the key 'Type'; for example 'Type: SQS'")]
    [InlineData(Basics + ", Events: {E: {Type: SQS}}", "107: event 'E' of function 'F' (SQS) needs the property 'Queue'")]
    [InlineData(Basics + ", Events: {E: {Type: SQS, Properties: {Queue: a, BatchSize: 0}}}", "156: property 'BatchSize' of event 'E' of function 'F' must be a whole number from 1 to 10000, and this is '0'")]
    [InlineData(Basics + ", Events: {E: {Type: SQS, Properties: {Queue: a, FunctionResponseTypes: [Report]}}}", "168: property 'FunctionResponseTypes' of event 'E' of function 'F' must be a list of 'ReportBatchItemFailures', and this is a list")]
    [InlineData(Basics + ", Events: {E: {Type: HttpApi, Properties: {Path: /a}}}", "107: event 'E' has only one of 'Path' and 'Method'; give both, or none for the $default route")]
    [InlineData(Basics + ", Events: {E: {Type: HttpApi, Properties: {Path: /a, Method: gett}}}", "157: 'gett' is no HTTP method; did you mean 'GET'?")]
    [InlineData(Basics + ", Events: {E: {Type: HttpApi, Properties: {Path: a, Method: get}}}", "145: the path 'a' must start with '/'")]
    [InlineData(Basics + ", EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: Lambda}}}", "149: 'OnFailure' of function 'F' needs the property 'Destination'; only the types SQS and SNS are made by SAM")]
    public void A_wrong_function_is_reported(string properties, string message) =>
        Assert.Equal([$"template.yaml:3:{message}"], TemplateFolder.Errors(Function(properties)));

    [Theory]
    [InlineData("Cognito", "{UserPool: p, Trigger: PreSignUp}")]
    [InlineData("S3", "{Bucket: a, Events: 's3:ObjectCreated:*'}")]
    public void An_event_that_is_not_emulated_yet_is_kept_and_named(string type, string properties)
    {
        var model = TemplateFolder.Read(Function($"{Basics}, Events: {{E: {{Type: {type}, Properties: {properties}}}}}"));

        Assert.Equal(
            [$"template.yaml:3:107: event 'E' of function 'F' has the type '{type}', which is not emulated yet: it never fires"],
            model.Warnings.Select(warning => warning.ToString()));
        var item = Assert.Single(Assert.Single(model.Functions).Events);
        Assert.Equal(("E", type, false), (item.Name, item.Type, item.IsEmulated));
        Assert.NotEmpty(item.Properties.Entries);
    }

    [Theory]
    [InlineData("EventBridgeRule", "{Pattern: {source: [a]}, EventBusName: b, InputPath: $.detail, RuleName: n, State: DISABLED, RetryPolicy: {MaximumRetryAttempts: 1}, DeadLetterConfig: {Arn: d}}", """{"Name":"n","EventBusName":"b","EventPattern":{"source":["a"]},"State":"DISABLED","Targets":[{"Arn":"(F.Arn)","Id":"FELambdaTarget","InputPath":"$.detail","DeadLetterConfig":{"Arn":"d"},"RetryPolicy":{"MaximumRetryAttempts":1}}]}""")]
    [InlineData("CloudWatchEvent", "{Pattern: {source: [a]}, Target: {Id: t}, DeadLetterConfig: {Type: SQS}}", """{"EventPattern":{"source":["a"]},"Targets":[{"Arn":"(F.Arn)","Id":"t","DeadLetterConfig":{"Arn":"(FEQueue.Arn)"}}]}""")]
    [InlineData("Schedule", "{Schedule: rate(1 minute), Name: n, Description: d, Enabled: false, Input: '{}'}", """{"Name":"n","Description":"d","ScheduleExpression":"rate(1 minute)","State":"DISABLED","Targets":[{"Arn":"(F.Arn)","Id":"FELambdaTarget","Input":"{}"}]}""")]
    [InlineData("ScheduleV2", "{ScheduleExpression: rate(1 minute), ScheduleExpressionTimezone: UTC}", """{"ScheduleExpression":"rate(1 minute)","ScheduleExpressionTimezone":"UTC","Name":"FE","FlexibleTimeWindow":{"Mode":"OFF"},"Target":{"Arn":"(F.Arn)","RoleArn":"(FERole.Arn)"}}""")]
    [InlineData("ScheduleV2", "{ScheduleExpression: rate(1 minute), OmitName: true, RoleArn: r, Input: x, FlexibleTimeWindow: {Mode: FLEXIBLE, MaximumWindowInMinutes: 5}}", """{"ScheduleExpression":"rate(1 minute)","FlexibleTimeWindow":{"Mode":"FLEXIBLE","MaximumWindowInMinutes":5},"Target":{"Arn":"(F.Arn)","RoleArn":"r","Input":"x"}}""")]
    public void An_event_of_a_bus_or_a_schedule_becomes_a_rule_or_a_schedule(string type, string properties, string expected)
    {
        var model = TemplateFolder.Read(Function($"{Basics}, Events: {{E: {{Type: {type}, Properties: {properties}}}}}"));

        Assert.Empty(model.Warnings);
        Assert.Equal(expected, model.Evaluator.Evaluate(model.Find("FE")!.Properties, new FakeReferences())?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("EventBridgeRule", "{Source: a}", "needs the property 'Pattern'")]
    [InlineData("Schedule", "{Rate: 5}", "needs the property 'Schedule'")]
    [InlineData("ScheduleV2", "{ScheduleExpression: rate(1 minute), State: ON}", "property 'State' of event 'E' of function 'F' must be one of 'ENABLED', 'DISABLED', and this is 'ON'")]
    [InlineData("Schedule", "{Schedule: rate(1 minute), DeadLetterConfig: {}}", "'DeadLetterConfig' of event 'E' needs the property 'Arn' or 'Type'; 'Type: SQS' makes a queue")]
    public void A_wrong_event_of_a_bus_or_a_schedule_is_reported(string type, string properties, string message) =>
        Assert.Contains(TemplateFolder.Errors(Function($"{Basics}, Events: {{E: {{Type: {type}, Properties: {properties}}}}}")), error => error.EndsWith(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("DynamoDB")]
    [InlineData("Kinesis")]
    public void An_event_of_a_stream_becomes_a_mapping_with_all_its_settings(string type)
    {
        const string Settings = "StartingPosition: AT_TIMESTAMP, StartingPositionTimestamp: 1.5, BatchSize: 5, BisectBatchOnFunctionError: true, Enabled: false, "
            + "FilterCriteria: {Filters: [{Pattern: {a: [b]}}]}, FunctionResponseTypes: [ReportBatchItemFailures], MaximumBatchingWindowInSeconds: 1, "
            + "MaximumRecordAgeInSeconds: 60, MaximumRetryAttempts: 2, ParallelizationFactor: 3, TumblingWindowInSeconds: 0";

        var model = TemplateFolder.Read(Function($"{Basics}, Events: {{E: {{Type: {type}, Properties: {{Stream: a, {Settings}, DestinationConfig: {{OnFailure: {{Type: SQS, Destination: q}}}}}}}}}}"));

        Assert.Empty(model.Warnings);
        Assert.Equal(
            """{"EventSourceArn":"a","StartingPosition":"AT_TIMESTAMP","StartingPositionTimestamp":1.5,"BatchSize":5,"BisectBatchOnFunctionError":true,"Enabled":false,"FilterCriteria":{"Filters":[{"Pattern":{"a":["b"]}}]},"FunctionResponseTypes":["ReportBatchItemFailures"],"MaximumBatchingWindowInSeconds":1,"MaximumRecordAgeInSeconds":60,"MaximumRetryAttempts":2,"ParallelizationFactor":3,"TumblingWindowInSeconds":0,"DestinationConfig":{"OnFailure":{"Destination":"q"}},"FunctionName":"(F)"}""",
            model.Evaluator.Evaluate(model.Find("FE")!.Properties, new FakeReferences())?.ToJsonString());
    }

    [Theory]
    [InlineData("{Stream: a}", "needs the property 'StartingPosition'")]
    [InlineData("{StartingPosition: LATEST}", "needs the property 'Stream'")]
    [InlineData("{Stream: a, StartingPosition: FIRST}", "property 'StartingPosition' of event 'E' of function 'F' must be one of 'TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP', and this is 'FIRST'")]
    [InlineData("{Stream: a, StartingPosition: LATEST, ParallelizationFactor: 11}", "property 'ParallelizationFactor' of event 'E' of function 'F' must be a whole number from 1 to 10, and this is '11'")]
    public void A_wrong_event_of_a_stream_is_reported(string properties, string message) =>
        Assert.EndsWith(message, Assert.Single(TemplateFolder.Errors(Function($"{Basics}, Events: {{E: {{Type: DynamoDB, Properties: {properties}}}}}"))));

    [Theory]
    [InlineData("Method: ANY, Path: /a", "ANY /a")]
    [InlineData("Method: '*', Path: '/{proxy+}'", "ANY /{proxy+}")]
    [InlineData("PayloadFormatVersion: '2.0'", "$default")]
    [InlineData("Method: any, Path: $default", "$default")]
    [InlineData("Method: Get, Path: /", "GET /")]
    public void A_route_is_named_by_method_and_path(string properties, string expected)
    {
        var model = TemplateFolder.Read(Function($"{Basics}, Events: {{E: {{Type: HttpApi, Properties: {{{properties}}}}}}}"));

        Assert.Equal(expected, TemplateFolder.Property(model, "FERoute", "RouteKey")?.GetValue<string>());
    }

    [Fact]
    public void An_explicit_http_api_has_its_own_stage_and_origins()
    {
        var model = TemplateFolder.Read(Header + WithBasics("""
              Web: {Type: AWS::Serverless::HttpApi, Properties: {StageName: v1, CorsConfiguration: true}}
              F: {Type: AWS::Serverless::Function, Properties: {<basics>, Events: {E: {Type: HttpApi, Properties: {ApiId: !Ref Web}}}}}
            Outputs: {Stage: {Value: !Ref Web.Stage}}
            """));

        Assert.Equal("""{"AllowOrigins":["*"]}""", TemplateFolder.Property(model, "Web", "CorsConfiguration")?.ToJsonString());
        Assert.Equal("v1", TemplateFolder.Property(model, "Webv1Stage", "StageName")?.GetValue<string>());
        Assert.Equal("(Web)", TemplateFolder.Property(model, "FERoute", "ApiId")?.GetValue<string>());
        Assert.Equal("v1", model.Outputs[0].Value.ToString());
    }

    [Fact]
    public void An_alias_is_a_qualifier_of_the_function()
    {
        var model = TemplateFolder.Read(Function($"{Basics}, AutoPublishAlias: live") + "\nOutputs: {A: {Value: !Ref F.Alias}, B: {Value: !Sub '${F.Version}'}}");

        Assert.Equal(["(F.Arn):live", "(F.Arn):1"], model.Outputs.Select(output => model.Evaluator.Evaluate(output.Value, new FakeReferences())!.GetValue<string>()));
    }

    [Fact]
    public void A_resource_may_ignore_globals()
    {
        var model = TemplateFolder.Read(WithBasics("""
            Transform: AWS::Serverless-2016-10-31
            Globals: {Function: {Timeout: 9, MemorySize: 512}}
            Resources:
              A: {Type: AWS::Serverless::Function, IgnoreGlobals: '*', Properties: {<basics>}}
              B: {Type: AWS::Serverless::Function, IgnoreGlobals: [Timeout], Properties: {<basics>}}
            """));

        Assert.Equal([(3.0, 128), (3.0, 512)], model.Functions.Select(function => (function.Timeout.TotalSeconds, function.MemoryMegabytes)));
    }

    [Fact]
    public void Lists_of_globals_come_before_those_of_the_resource()
    {
        var model = TemplateFolder.Read(WithBasics("""
            Transform: AWS::Serverless-2016-10-31
            Globals: {Function: {VpcConfig: {SecurityGroupIds: [a]}}}
            Resources:
              F: {Type: AWS::Serverless::Function, Properties: {<basics>, VpcConfig: {SecurityGroupIds: [b]}}}
            """));

        Assert.Equal("""{"SecurityGroupIds":["a","b"]}""", TemplateFolder.Property(model, "F", "VpcConfig")?.ToJsonString());
    }

    [Fact]
    public void A_type_that_globals_do_not_have_is_reported() => Assert.Equal(
        ["template.yaml:2:11: 'Functions' is no type of the section 'Globals'; did you mean 'Function'?"],
        TemplateFolder.Errors("Transform: AWS::Serverless-2016-10-31\nGlobals: {Functions: {}}\nResources: {}"));

    [Fact]
    public void A_resource_with_the_name_of_a_generated_one_is_reported() => Assert.Equal(
        ["template.yaml:4:3: resource 'FRole' has the name that SAM generates for 'F'; rename it"],
        TemplateFolder.Errors(Function(Basics) + "\n  FRole: {Type: AWS::IAM::Role}"));

    [Fact]
    public void Two_functions_may_be_the_destination_of_each_other()
    {
        var model = TemplateFolder.Read(Header + WithBasics("""
              A: {Type: AWS::Serverless::Function, Properties: {<basics>, EventInvokeConfig: {DestinationConfig: {OnSuccess: {Type: Lambda, Destination: !GetAtt B.Arn}}}}}
              B: {Type: AWS::Serverless::Function, Properties: {<basics>, EventInvokeConfig: {DestinationConfig: {OnSuccess: {Type: Lambda, Destination: !GetAtt A.Arn}}}}}
            """));

        Assert.Equal(2, model.Functions.Count());
    }

    [Fact]
    public void A_plain_function_may_name_a_local_path()
    {
        var model = TemplateFolder.Read("""
            Resources:
              F: {Type: AWS::Lambda::Function, Properties: {Handler: H, Runtime: dotnet8, Code: src, Role: r, DeadLetterConfig: {TargetArn: !GetAtt Q.Arn}}}
              Q: {Type: AWS::SQS::Queue}
            """);

        var function = Assert.Single(model.Functions);
        Assert.Equal("src", Path.GetFileName(function.CodePath));
        Assert.NotNull(function.DeadLetterTarget);
    }

    [Fact]
    public void A_handler_that_needs_a_resource_is_reported() => Assert.Equal(
        ["template.yaml:3:62: 'Handler' must be known before resources exist, and this needs a resource"],
        TemplateFolder.Errors(Function("Handler: !Ref Q, Runtime: dotnet10, CodeUri: src") + "\n  Q: {Type: AWS::SQS::Queue}"));

    private static string WithBasics(string template) => template.Replace("<basics>", Basics, StringComparison.Ordinal);

    private static string Function(string properties) =>
        $"{Header}  F: {{Type: AWS::Serverless::Function, Properties: {{{properties}}}}}";
}
