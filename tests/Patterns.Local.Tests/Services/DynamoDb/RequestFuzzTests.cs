using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>Whatever a request looks like, the service answers it or refuses it.</summary>
public sealed class RequestFuzzTests
{
    private const string Mark = "@mark";
    private const string Key = """{"pk":{"S":"a"},"sk":{"N":"1"}}""";

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(3000);

    private static readonly (string Operation, string Body)[] Requests =
    [
        ("PutItem", """{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"m":{"M":{"l":{"L":[{"NS":["1"]},{"B":"AQ=="},{"NULL":true},{"BOOL":false}]}}}},"ReturnValues":"ALL_OLD","Expected":{"a":{"ComparisonOperator":"NE","AttributeValueList":[{"S":"a"}]}}}"""),
        ("UpdateItem", $$$"""{"TableName":"things","Key":{{{Key}}},"UpdateExpression":"SET #n = :n","ExpressionAttributeNames":{"#n":"n"},"ExpressionAttributeValues":{":n":{"N":"1"}},"ReturnValues":"ALL_NEW","ReturnConsumedCapacity":"INDEXES"}"""),
        ("UpdateItem", $$$$$$"""{"TableName":"things","Key":{{{{{{Key}}}}}},"AttributeUpdates":{"a":{"Action":"ADD","Value":{"N":"1"}}}}"""),
        ("DeleteItem", $$$"""{"TableName":"things","Key":{{{Key}}},"ConditionExpression":"attribute_not_exists(a)","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}"""),
        ("GetItem", $$$"""{"TableName":"things","Key":{{{Key}}},"ProjectionExpression":"a, b","ConsistentRead":true}"""),
        ("GetItem", $$$"""{"TableName":"things","Key":{{{Key}}},"AttributesToGet":["a"]}"""),
        ("Query", """{"TableName":"things","KeyConditionExpression":"pk = :p","FilterExpression":"a = :p","ExpressionAttributeValues":{":p":{"S":"a"}},"Limit":2,"ScanIndexForward":false,"ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"N":"1"}}}"""),
        ("Query", """{"TableName":"things","IndexName":"gsi","KeyConditions":{"gk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},"QueryFilter":{"a":{"ComparisonOperator":"NULL"}},"Select":"COUNT"}"""),
        ("Scan", """{"TableName":"things","Segment":0,"TotalSegments":2,"ScanFilter":{"a":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"N":"1"},{"N":"2"}]}},"ConditionalOperator":"OR"}"""),
        ("BatchGetItem", $$$"""{"RequestItems":{"things":{"Keys":[{{{Key}}}],"ProjectionExpression":"a"}},"ReturnConsumedCapacity":"TOTAL"}"""),
        ("BatchWriteItem", $$$$$$"""{"RequestItems":{"things":[{"PutRequest":{"Item":{{{{{{Key}}}}}}}},{"DeleteRequest":{"Key":{"pk":{"S":"b"},"sk":{"N":"1"}}}}]},"ReturnItemCollectionMetrics":"NONE"}"""),
        ("TransactGetItems", $$$"""{"TransactItems":[{"Get":{"TableName":"things","Key":{{{Key}}},"ProjectionExpression":"a"}}]}"""),
        ("TransactWriteItems", $$$"""{"ClientRequestToken":"t","TransactItems":[{"Put":{"TableName":"things","Item":{{{Key}}}}},{"ConditionCheck":{"TableName":"things","Key":{"pk":{"S":"b"},"sk":{"N":"1"}},"ConditionExpression":"attribute_not_exists(pk)"}}]}"""),
        ("CreateTable", """{"TableName":"more","BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1},"AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"b","AttributeType":"S"}],"KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],"GlobalSecondaryIndexes":[{"IndexName":"gsi","KeySchema":[{"AttributeName":"b","KeyType":"HASH"}],"Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["c"]},"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}],"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"},"Tags":[{"Key":"a","Value":"b"}],"TableClass":"STANDARD"}"""),
        ("UpdateTable", """{"TableName":"things","AttributeDefinitions":[{"AttributeName":"x","AttributeType":"S"}],"GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"new","KeySchema":[{"AttributeName":"x","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}],"DeletionProtectionEnabled":true,"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}}"""),
        ("DescribeTable", """{"TableName":"things"}"""),
        ("DeleteTable", """{"TableName":"things"}"""),
        ("ListTables", """{"Limit":1,"ExclusiveStartTableName":"abc"}"""),
        ("UpdateTimeToLive", """{"TableName":"things","TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":true}}"""),
        ("DescribeTimeToLive", """{"TableName":"things"}"""),
        ("DescribeContinuousBackups", """{"TableName":"things"}"""),
        ("TagResource", """{"ResourceArn":"arn:aws:dynamodb:eu-west-1:000000000000:table/things","Tags":[{"Key":"a","Value":"b"}]}"""),
        ("UntagResource", """{"ResourceArn":"arn:aws:dynamodb:eu-west-1:000000000000:table/things","TagKeys":["a"]}"""),
        ("ListTagsOfResource", """{"ResourceArn":"arn:aws:dynamodb:eu-west-1:000000000000:table/things","NextToken":"a"}"""),
        ("DescribeLimits", "{}"),
        ("DescribeEndpoints", "{}"),
    ];

    private static readonly string[] Odd =
    [
        "null", "true", "0", "-1", "1e400", "99999999999999999999", "1.5", "\"\"", "\"a\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "[null]", "[[]]", "[{}]", "{}",
        "{\"\\ud800\":1}", "{\"S\":\"\\udc00\"}", "{\"S\":null}", "{\"a\":null}", "{\"N\":\"1e999\"}", "[\"\\ud800\"]", "[1,\"a\",null]",
    ];

    private static readonly string[] Names = ["\"\\ud800\"", "\"\"", "\"Key\"", "\"Item\"", "\"a.b\"", "\"\\u0053\"", "\"TableName\""];

    [Fact]
    public void A_request_with_odd_values_is_answered_or_refused() =>
        Prop.ForAll(Gen.Elements(Requests).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), Gen.Elements(Odd).ToArbitrary(), (request, at, odd) =>
            IsHandled(request.Operation, Replaced(request.Body, at, odd))).Check(Runs);

    [Fact]
    public void A_request_with_odd_names_is_answered_or_refused() =>
        Prop.ForAll(Gen.Elements(Requests).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), Gen.Elements(Names).ToArbitrary(), (request, at, name) =>
            IsHandled(request.Operation, Renamed(request.Body, at, name))).Check(Runs);

    [Fact]
    public void A_request_that_is_cut_is_refused() =>
        Prop.ForAll(Gen.Elements(Requests).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (request, at) =>
            IsHandled(request.Operation, request.Body[..(at % request.Body.Length)])).Check(Runs);

    [Fact]
    public void Every_request_is_answered_as_it_is() => Assert.All(Requests, request =>
    {
        using var aws = new DynamoDbFixture();
        aws.CreateTable();
        aws.Call(request.Operation, request.Body);
    });

    private static bool IsHandled(string operation, string body)
    {
        using var aws = new DynamoDbFixture();
        aws.CreateTable();
        return aws.Send(operation, body).Status is 200 or 400;
    }

    private static string Replaced(string body, int at, string odd)
    {
        var root = JsonNode.Parse(body)!;
        var places = Below(root).ToList();
        if (places.Count == 0)
        {
            return odd;
        }

        places[at % places.Count].ReplaceWith(Mark);
        return root.ToJsonString().Replace($"\"{Mark}\"", odd, StringComparison.Ordinal);
    }

    private static string Renamed(string body, int at, string name)
    {
        var root = JsonNode.Parse(body)!;
        var places = Below(root).Where(node => node.Parent is JsonObject).ToList();
        if (places.Count == 0)
        {
            return $"{{{name}:1}}";
        }

        var place = places[at % places.Count];
        var parent = place.Parent!.AsObject();
        parent.Remove(place.GetPropertyName());
        parent[Mark] = place;
        return root.ToJsonString().Replace($"\"{Mark}\"", name, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject map => map.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(child => Below(child).Prepend(child));
    }
}
