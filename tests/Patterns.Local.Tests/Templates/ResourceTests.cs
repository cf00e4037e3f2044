using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Templates;
using Patterns.Local.Templates.References;

namespace Patterns.Local.Tests.Templates;

public sealed class ResourceTests
{
    [Theory]
    [InlineData("Q: {Type: AWS::SQS::Que}", "13: unknown resource type 'AWS::SQS::Que' of resource 'Q'; did you mean 'AWS::SQS::Queue'?")]
    [InlineData("Q: {Type: Foo}", "13: unknown resource type 'Foo' of resource 'Q'")]
    [InlineData("Q: {Type: AWS:SQS:Queue}", "13: unknown resource type 'AWS:SQS:Queue' of resource 'Q'; did you mean 'AWS::SQS::Queue'?")]
    [InlineData("Q: {}", "3: resource 'Q' needs the key 'Type'; for example 'Type: AWS::SQS::Queue'")]
    [InlineData("Q: [a]", "6: resource 'Q' must be a mapping with the key 'Type', and this is a list")]
    [InlineData("Q: {Type: [a]}", "13: 'Type' of resource 'Q' must be text, and this is a list")]
    [InlineData("Q-1: {Type: AWS::SQS::Queue}", "3: 'Q-1' is no logical id; use letters and digits only")]
    [InlineData("Q: {Type: AWS::SQS::Queue, Propertys: {}}", "30: 'Propertys' is no attribute of resource 'Q'; did you mean 'Properties'?")]
    [InlineData("Q: {Type: AWS::SQS::Queue, QueueName: a}", "30: 'QueueName' is no attribute of resource 'Q'; does it belong under 'Properties'?")]
    [InlineData("Q: {Type: AWS::SQS::Queue, DependsOn: R}", "41: resource 'R' is not defined")]
    [InlineData("Q: {Type: AWS::SQS::Queue, DependsOn: {a: b}}", "41: 'DependsOn' of resource 'Q' takes names of resources, and this is a mapping")]
    [InlineData("Q: {Type: AWS::SQS::Queue, Condition: C}", "41: condition 'C' is not defined")]
    [InlineData("Q: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: soon}}", "57: property 'DelaySeconds' of resource 'Q' must be a whole number from 0 to 900, and this is 'soon'")]
    [InlineData("Q: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 901}}", "57: property 'DelaySeconds' of resource 'Q' must be a whole number from 0 to 900, and this is '901'")]
    [InlineData("Q: {Type: AWS::SQS::Queue, Properties: {FifoQueue: 1}}", "54: property 'FifoQueue' of resource 'Q' must be true or false, and this is '1'")]
    [InlineData("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: [a]}}", "54: property 'QueueName' of resource 'Q' must be text, and this is a list")]
    [InlineData("Q: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: [a]}}", "58: property 'RedrivePolicy' of resource 'Q' must be a mapping or JSON text, and this is a list")]
    [InlineData("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: }}", "43: 'QueueName' is empty; give it a value or remove it")]
    [InlineData("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: '{{resolve:ssm:name}}'}}", "54: the dynamic reference '{{resolve:ssm:name}}' cannot be resolved here; use a parameter and pass it with --parameter")]
    [InlineData("M: {Type: AWS::Lambda::EventSourceMapping, Properties: {BatchSize: 1}}", "3: resource 'M' (AWS::Lambda::EventSourceMapping) needs the property 'FunctionName'")]
    [InlineData("S: {Type: AWS::SNS::Subscription, Properties: {TopicArn: a, Protocol: sms2}}", "73: property 'Protocol' of resource 'S' must be one of 'sqs', 'lambda', 'http', 'https', 'email', 'email-json', 'sms', 'application', 'firehose', and this is 'sms2'")]
    [InlineData("T: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Endpoint: a}]}}", "58: resource 'T' (AWS::SNS::Topic) needs the property 'Subscription.Protocol'")]
    [InlineData("F: {Type: AWS::Serverless::Function}", "13: resource type 'AWS::Serverless::Function' needs the SAM transform; add 'Transform: AWS::Serverless-2016-10-31' at the top of the template")]
    [InlineData("F: {Type: AWS::Lambda::Function, Properties: {Code: {ZipFile: x}, Handler: a, Runtime: dotnet10}}", "55: 'Code' of resource 'F' is no path on this machine; give the path of the function's project, from the template's folder")]
    [InlineData("Fn::ForEach::Loop: [a, [b], {}]", "3: Fn::ForEach::Loop needs a macro that runs at AWS; write out what it would generate")]
    public void A_wrong_resource_is_reported(string resource, string message) =>
        Assert.Equal([$"template.yaml:2:{message}"], TemplateFolder.Errors($"Resources:\n  {resource}"));

    [Fact]
    public void All_mistakes_come_at_once_and_in_the_order_of_the_file() => Assert.Equal(
        [
            "template.yaml:2:13: unknown resource type 'Foo' of resource 'A'",
            "template.yaml:3:54: resource or parameter 'OrdersTopc' is not defined; did you mean 'OrdersTopic'?",
        ],
        TemplateFolder.Errors("""
            Resources:
              A: {Type: Foo}
              B: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref OrdersTopc}}
              OrdersTopic: {Type: AWS::SNS::Topic}
            """));

    [Fact]
    public void A_name_is_suggested_where_a_reference_is_misspelt() => Assert.Equal(
        ["template.yaml:3:18: resource 'OrdersTopc' is not defined; did you mean 'OrdersTopic'?"],
        TemplateFolder.Errors("""
            Resources: {OrdersTopic: {Type: AWS::SNS::Topic}}
            Outputs:
              Topic: {Value: !GetAtt OrdersTopc.TopicArn}
            """));

    [Theory]
    [InlineData("A: {Type: AWS::SQS::Queue, Properties: {DelaySecond: 1}}", "43: property 'DelaySecond' of resource 'A' is not known for AWS::SQS::Queue and has no effect; did you mean 'DelaySeconds'?")]
    [InlineData("A: {Type: AWS::SNS::Topic, Properties: {ArchivePolicy: {a: b}}}", "43: property 'ArchivePolicy' of resource 'A' (AWS::SNS::Topic) is not emulated yet and has no effect")]
    [InlineData("A: {Type: AWS::DynamoDB::GlobalTable}", "13: resource type 'AWS::DynamoDB::GlobalTable' is not emulated yet: 'A' will not exist")]
    [InlineData("A: {Type: Custom::Thing}", "13: resource type 'Custom::Thing' is not emulated yet: 'A' will not exist")]
    [InlineData("A: {Type: Datadog::Monitors::Monitor}", "13: resource type 'Datadog::Monitors::Monitor' is not emulated yet: 'A' will not exist")]
    public void What_has_no_effect_is_named(string resource, string message) =>
        Assert.Equal([$"template.yaml:2:{message}"], TemplateFolder.Warnings($"Resources:\n  {resource}"));

    [Theory]
    [InlineData("AWS::IAM::Role")]
    [InlineData("AWS::Logs::LogGroup")]
    [InlineData("AWS::CloudWatch::Alarm")]
    [InlineData("AWS::KMS::Key")]
    public void What_means_nothing_on_one_machine_is_accepted_in_silence(string type)
    {
        var model = TemplateFolder.Read($"Resources: {{A: {{Type: {type}, Properties: {{Anything: 1}}}}}}");

        Assert.Empty(model.Warnings);
        Assert.Equal(ResourceSupport.NoLocalMeaning, Assert.Single(model.Resources).Support);
    }

    [Fact]
    public void Tags_and_keys_of_a_queue_are_accepted_in_silence() => Assert.Empty(TemplateFolder.Warnings("""
        Resources: {A: {Type: AWS::SQS::Queue, Metadata: {a: b}, DeletionPolicy: Retain, Properties: {Tags: [{Key: a, Value: b}], KmsMasterKeyId: k}}}
        """));

    [Fact]
    public void Resources_come_after_what_they_need()
    {
        var model = TemplateFolder.Read("""
            Resources:
              A: {Type: AWS::SQS::Queue, DependsOn: [C]}
              B: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt D.Arn, maxReceiveCount: 3}}}
              C: {Type: AWS::SNS::Topic, Properties: {TopicName: !Sub '${B}-x'}}
              D: {Type: AWS::SQS::Queue}
            """);

        Assert.Equal(["D", "B", "C", "A"], model.Resources.Select(resource => resource.LogicalId));
    }

    [Fact]
    public void A_circle_is_reported_with_its_path() => Assert.Equal(
        ["template.yaml:4:54: resources need each other in a circle: A -> B -> C -> A; name one of them yourself instead of referring to it"],
        TemplateFolder.Errors("""
            Resources:
              A: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref B}}
              B: {Type: AWS::SQS::Queue, DependsOn: C}
              C: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${A}'}}
            """));

    [Fact]
    public void A_resource_that_needs_itself_is_reported() => Assert.Equal(
        ["template.yaml:1:64: resources need each other in a circle: A -> A; name one of them yourself instead of referring to it"],
        TemplateFolder.Errors("Resources: {A: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref A}}}"));

    [Fact]
    public void A_resource_whose_condition_does_not_hold_is_left_out()
    {
        var model = TemplateFolder.Read("""
            Conditions: {IsProd: !Equals [a, b]}
            Resources:
              A: {Type: AWS::SQS::Queue, Condition: IsProd}
              B: {Type: AWS::SQS::Queue, DependsOn: A, Properties: {QueueName: !If [IsProd, !GetAtt A.QueueName, b]}}
            """);

        Assert.Equal(["B"], model.Resources.Select(resource => resource.LogicalId));
        Assert.Equal("\"b\"", TemplateFolder.Property(model, "B", "QueueName")?.ToJsonString());
    }

    [Fact]
    public void A_resource_whose_condition_holds_knows_it()
    {
        var model = TemplateFolder.Read("""
            Conditions: {IsProd: !Equals [a, a]}
            Resources: {A: {Type: AWS::SQS::Queue, Condition: IsProd}}
            """);

        Assert.Equal("IsProd", Assert.Single(model.Resources).Condition);
    }

    [Fact]
    public void A_reference_to_a_resource_that_is_left_out_is_reported() => Assert.Equal(
        ["template.yaml:4:18: resource 'A' is left out, because the condition 'IsProd' does not hold; refer to it inside Fn::If with 'IsProd'"],
        TemplateFolder.Errors("""
            Conditions: {IsProd: !Equals [a, b]}
            Resources: {A: {Type: AWS::SQS::Queue, Condition: IsProd}}
            Outputs:
              Queue: {Value: !Ref A}
            """));

    [Fact]
    public void A_branch_that_is_not_chosen_may_not_name_what_does_not_exist() => Assert.Equal(
        ["template.yaml:2:77: resource or parameter 'X' is not defined"],
        TemplateFolder.Errors("""
            Conditions: {IsProd: !Equals [a, b]}
            Resources: {A: {Type: AWS::SQS::Queue, Properties: {QueueName: !If [IsProd, !Ref X, b]}}}
            """));

    [Fact]
    public void More_resources_than_cloudformation_takes_are_refused() => Assert.Equal(
        ["template.yaml:2:2: the template has 501 resources; CloudFormation takes 500 at most"],
        TemplateFolder.Errors("Resources:\n" + string.Concat(Enumerable.Range(0, 501).Select(number => $" Q{number}: {{Type: AWS::SQS::Queue}}\n"))));

    [Fact]
    public void Each_resource_comes_after_all_that_it_refers_to()
    {
        var graphs = Gen.Choose(0, 1_000_000).ArrayOf(40).ToArbitrary();
        Prop.ForAll(graphs, IsInDependencyOrder).QuickCheckThrowOnFailure();
    }

    // Each number picks two resources declared elsewhere that have a smaller rank, so that there is no circle.
    private static bool IsInDependencyOrder(int[] picks)
    {
        var count = picks.Length / 2;
        var lines = Enumerable.Range(0, count)
            .Select(rank => (Order: picks[rank], Line: Declare(rank, picks[count + rank])))
            .OrderBy(line => line.Order)
            .Select(line => line.Line);
        var model = TemplateFolder.Read("Resources:\n" + string.Concat(lines));
        var created = new HashSet<string>();
        return model.Resources.Count == count && model.Resources.All(resource =>
            resource.DependsOn.Concat(Reference.In(resource.Properties).Select(needed => needed.LogicalId)).All(created.Contains) && created.Add(resource.LogicalId));
    }

    private static string Declare(int rank, int pick) => rank == 0
        ? "  Q0: {Type: AWS::SQS::Queue}\n"
        : $"  Q{rank}: {{Type: AWS::SQS::Queue, DependsOn: Q{pick % rank}, Properties: {{QueueName: !Sub 'a-${{Q{pick / 7 % rank}}}-b'}}}}\n";
}
