using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Templates;

namespace Patterns.Local.Tests.Stacks;

/// <summary>Tables of templates.</summary>
public sealed class TableProvisioningTests
{
    [Fact]
    public async Task A_table_is_made_with_all_that_the_template_says()
    {
        await using var stack = await TestStack.StartAsync("""
            Resources:
              Orders:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions:
                    - { AttributeName: pk, AttributeType: S }
                    - { AttributeName: sk, AttributeType: N }
                    - { AttributeName: city, AttributeType: S }
                  KeySchema: [{ AttributeName: pk, KeyType: HASH }, { AttributeName: sk, KeyType: RANGE }]
                  BillingMode: PROVISIONED
                  ProvisionedThroughput: { ReadCapacityUnits: "5", WriteCapacityUnits: 2 }
                  GlobalSecondaryIndexes:
                    - IndexName: by-city
                      KeySchema: [{ AttributeName: city, KeyType: HASH }]
                      Projection: { ProjectionType: INCLUDE, NonKeyAttributes: [total] }
                      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 }
                  LocalSecondaryIndexes:
                    - IndexName: by-place
                      KeySchema: [{ AttributeName: pk, KeyType: HASH }, { AttributeName: city, KeyType: RANGE }]
                      Projection: { ProjectionType: ALL }
                  StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }
                  TimeToLiveSpecification: { AttributeName: until, Enabled: true }
                  DeletionProtectionEnabled: "true"
                  Tags: [{ Key: team, Value: shop }]
            Outputs:
              Name: { Value: !Ref Orders }
              Arn: { Value: !GetAtt Orders.Arn }
              Stream: { Value: !GetAtt Orders.StreamArn }
            """);

        var table = stack.Runner.Account.DynamoDb.Find(stack.Output("Name"));
        Assert.Equal(table.Arn, stack.Output("Arn"));
        Assert.Equal(table.Stream!.Arn, stack.Output("Stream"));
        Assert.Equal("NEW_AND_OLD_IMAGES", table.Stream.ViewType);
        Assert.Equal(["by-place", "by-city"], table.Indexes.Select(index => index.Definition.Name));
        Assert.Equal((new Throughput(5, 2), "until", true), (table.Settings.Throughput, table.Expiry.AttributeName, table.Settings.IsDeletionProtected));
        Assert.Equal(KeyValuePair.Create("team", "shop"), Assert.Single(table.Tags.All));
    }

    [Fact]
    public async Task A_simple_table_has_the_key_id_unless_it_names_another()
    {
        await using var stack = await TestStack.StartAsync("""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Plain: { Type: AWS::Serverless::SimpleTable }
              Named:
                Type: AWS::Serverless::SimpleTable
                Properties: { TableName: named, PrimaryKey: { Name: code, Type: Number }, Tags: { team: shop } }
            Outputs:
              Plain: { Value: !Ref Plain }
              Named: { Value: !GetAtt Named.Arn }
            """);

        var tables = stack.Runner.Account.DynamoDb;
        Assert.Matches("^test-Plain-[A-Z2-7]{12}$", stack.Output("Plain"));
        Assert.Equal(["id"], tables.Find(stack.Output("Plain")).Key.Names);
        Assert.Equal(["code"], tables.Find("named").Key.Names);
        Assert.Equal("arn:aws:dynamodb:us-east-1:000000000000:table/named", stack.Output("Named"));
    }

    [Fact]
    public async Task A_table_that_the_service_refuses_is_named_with_its_place()
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync("""
            Resources:
              Orders:
                Type: AWS::DynamoDB::Table
                Properties:
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
                  KeySchema: [{ AttributeName: id, KeyType: HASH }]
            """));

        Assert.Equal(
            "template.yaml:2:3: resource 'Orders' (AWS::DynamoDB::Table) was refused: One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [id], AttributeDefinitions: [pk]",
            error.Message);
    }
}
