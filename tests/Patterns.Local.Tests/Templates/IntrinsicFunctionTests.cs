using Patterns.Local.Templates;

namespace Patterns.Local.Tests.Templates;

public sealed class IntrinsicFunctionTests
{
    private const string Yaml = """
        Transform: AWS::LanguageExtensions
        Parameters:
          Stage: { Type: String, Default: prod }
          Names: { Type: CommaDelimitedList, Default: "a, b,c" }
        Mappings:
          Sizes:
            prod: { Memory: 512, Zones: [x, y] }
        Conditions:
          IsProd: !Equals [!Ref Stage, prod]
          IsTest: !Not [!Condition IsProd]
          Both: !And [!Condition IsProd, !Not [!Condition IsTest]]
          Either: !Or [!Condition IsTest, !Equals [a, b]]
        Resources:
          Orders: { Type: AWS::SQS::Queue }
        Outputs:
          It:
            Value: 
        """;

    private const string Json = """
        { "Transform": "AWS::LanguageExtensions",
          "Parameters": {
            "Stage": { "Type": "String", "Default": "prod" },
            "Names": { "Type": "CommaDelimitedList", "Default": "a, b,c" } },
          "Mappings": { "Sizes": { "prod": { "Memory": 512, "Zones": ["x", "y"] } } },
          "Conditions": {
            "IsProd": { "Fn::Equals": [{ "Ref": "Stage" }, "prod"] },
            "IsTest": { "Fn::Not": [{ "Condition": "IsProd" }] },
            "Both": { "Fn::And": [{ "Condition": "IsProd" }, { "Fn::Not": [{ "Condition": "IsTest" }] }] },
            "Either": { "Fn::Or": [{ "Condition": "IsTest" }, { "Fn::Equals": ["a", "b"] }] } },
          "Resources": { "Orders": { "Type": "AWS::SQS::Queue" } },
          "Outputs": { "It": { "Value":  
        """;

    [Theory]
    [InlineData("!Ref Stage", "\"prod\"")]
    [InlineData("!Ref Names", """["a","b","c"]""")]
    [InlineData("!Ref Orders", "\"(Orders)\"")]
    [InlineData("!Ref AWS::Region", "\"us-east-1\"")]
    [InlineData("!Ref AWS::AccountId", "\"000000000000\"")]
    [InlineData("!Ref AWS::StackName", "\"orders-app\"")]
    [InlineData("!Ref AWS::Partition", "\"aws\"")]
    [InlineData("!Ref AWS::URLSuffix", "\"amazonaws.com\"")]
    [InlineData("!Ref AWS::NotificationARNs", "[]")]
    [InlineData("!Ref AWS::NoValue", "null")]
    [InlineData("[a, !Ref AWS::NoValue, b]", """["a","b"]""")]
    [InlineData("{a: !Ref AWS::NoValue, b: 1}", """{"b":1}""")]
    [InlineData("!GetAtt Orders.Arn", "\"(Orders.Arn)\"")]
    [InlineData("!GetAtt [Orders, Arn]", "\"(Orders.Arn)\"")]
    [InlineData("!Sub plain", "\"plain\"")]
    [InlineData("!Sub '${Stage}-${AWS::Region}-${Orders}-${Orders.Arn}'", "\"prod-us-east-1-(Orders)-(Orders.Arn)\"")]
    [InlineData("!Sub '${!Stage} ${'", "\"${Stage} ${\"")]
    [InlineData("!Sub ['${a}-${Stage}', {a: !Ref Orders}]", "\"(Orders)-prod\"")]
    [InlineData("!Sub ['${Stage}', {Stage: own}]", "\"own\"")]
    [InlineData("!Join ['-', [a, !Ref Stage, 1, true]]", "\"a-prod-1-true\"")]
    [InlineData("!Join ['/', !Ref Names]", "\"a/b/c\"")]
    [InlineData("!Join ['', []]", "\"\"")]
    [InlineData("!Join [',', ['', '']]", "\",\"")]
    [InlineData("!Join ['', [a, !Ref Orders]]", "\"a(Orders)\"")]
    [InlineData("!Select [1, !Ref Names]", "\"b\"")]
    [InlineData("!Select ['0', [!Ref Orders, b]]", "\"(Orders)\"")]
    [InlineData("!Split [',', 'a,b']", """["a","b"]""")]
    [InlineData("!Select [0, !Split ['.', !GetAtt Orders.Arn]]", "\"(Orders\"")]
    [InlineData("!If [IsProd, yes-it-is, no]", "\"yes-it-is\"")]
    [InlineData("!If [IsTest, 1, 2]", "2")]
    [InlineData("!If [Both, 1, 2]", "1")]
    [InlineData("!If [Either, 1, 2]", "2")]
    [InlineData("!FindInMap [Sizes, !Ref Stage, Memory]", "512")]
    [InlineData("!FindInMap [Sizes, prod, Zones]", """["x","y"]""")]
    [InlineData("!FindInMap [Sizes, none, Memory, {DefaultValue: 1}]", "1")]
    [InlineData("!Base64 hello", "\"aGVsbG8=\"")]
    [InlineData("!GetAZs ''", """["us-east-1a","us-east-1b","us-east-1c"]""")]
    [InlineData("!Cidr [10.0.0.0/16, 2, 8]", """["10.0.0.0/24","10.0.1.0/24"]""")]
    [InlineData("!Cidr ['fd00::/48', 2, 64]", """["fd00::/64","fd00:0:0:1::/64"]""")]
    [InlineData("!Length [a, b]", "2")]
    [InlineData("!ToJsonString {a: [1, x]}", "\"{\\u0022a\\u0022:[1,\\u0022x\\u0022]}\"")]
    public void A_short_form_in_yaml_has_its_value(string expression, string expected) =>
        Assert.Equal(expected, TemplateFolder.Output(Yaml + expression)?.ToJsonString() ?? "null");

    [Theory]
    [InlineData("{Ref: Stage}", "\"prod\"")]
    [InlineData("{'Fn::GetAtt': [Orders, Arn]}", "\"(Orders.Arn)\"")]
    [InlineData("{'Fn::GetAtt': Orders.Arn}", "\"(Orders.Arn)\"")]
    [InlineData("{'Fn::Sub': '${Stage}!'}", "\"prod!\"")]
    [InlineData("{'Fn::Join': ['-', [a, b]]}", "\"a-b\"")]
    [InlineData("{'Fn::If': [IsProd, 1, 2]}", "1")]
    [InlineData("{'Fn::FindInMap': [Sizes, prod, Memory]}", "512")]
    [InlineData("{'Fn::Base64': !Sub '${Stage}'}", "\"cHJvZA==\"")]
    public void A_long_form_in_yaml_has_its_value(string expression, string expected) =>
        Assert.Equal(expected, TemplateFolder.Output(Yaml + expression)?.ToJsonString());

    [Theory]
    [InlineData("""{ "Ref": "Stage" }""", "\"prod\"")]
    [InlineData("""{ "Ref": "AWS::Region" }""", "\"us-east-1\"")]
    [InlineData("""{ "Fn::GetAtt": ["Orders", "Arn"] }""", "\"(Orders.Arn)\"")]
    [InlineData("""{ "Fn::Sub": "${Stage}-${Orders.Arn}" }""", "\"prod-(Orders.Arn)\"")]
    [InlineData("""{ "Fn::Sub": ["${a}", { "a": { "Ref": "Stage" } }] }""", "\"prod\"")]
    [InlineData("""{ "Fn::Join": ["-", ["a", { "Ref": "Stage" }]] }""", "\"a-prod\"")]
    [InlineData("""{ "Fn::Select": [2, { "Ref": "Names" }] }""", "\"c\"")]
    [InlineData("""{ "Fn::Split": ["-", "a-b"] }""", """["a","b"]""")]
    [InlineData("""{ "Fn::If": ["Both", true, false] }""", "true")]
    [InlineData("""{ "Fn::FindInMap": ["Sizes", "prod", "Memory"] }""", "512")]
    [InlineData("""{ "Fn::Base64": "hello" }""", "\"aGVsbG8=\"")]
    [InlineData("""{ "Fn::GetAZs": "eu-west-1" }""", """["eu-west-1a","eu-west-1b","eu-west-1c"]""")]
    [InlineData("""{ "Fn::Cidr": ["10.0.0.0/24", 1, 5] }""", """["10.0.0.0/27"]""")]
    [InlineData("""{ "Fn::Length": { "Ref": "Names" } }""", "3")]
    [InlineData("""{ "Fn::ToJsonString": [1.50, true] }""", "\"[1.50,true]\"")]
    public void A_long_form_in_json_has_its_value(string expression, string expected) =>
        Assert.Equal(expected, TemplateFolder.Output($"{Json}{expression} }} }} }}", file: "template.json")?.ToJsonString());

    [Theory]
    [InlineData("!Reff Stage", "tag '!Reff' is not known; did you mean '!Ref'?")]
    [InlineData("{'Fn::Joined': []}", "function 'Fn::Joined' is not known; did you mean 'Fn::Join'?", 12)]
    [InlineData("!Ref Stag", "resource or parameter 'Stag' is not defined; did you mean 'Stage'?")]
    [InlineData("!Ref AWS::Regio", "pseudo parameter 'AWS::Regio' is not defined; did you mean 'AWS::Region'?")]
    [InlineData("!GetAtt Order.Arn", "resource 'Order' is not defined; did you mean 'Orders'?")]
    [InlineData("!GetAtt Orders.Arm", "resource 'Orders' (AWS::SQS::Queue) has no attribute 'Arm'; did you mean 'Arn'?")]
    [InlineData("!GetAtt Orders", "Fn::GetAtt takes 'Resource.Attribute' or a list of both")]
    [InlineData("!Sub '${Stag}'", "resource or parameter 'Stag' is not defined; did you mean 'Stage'?")]
    [InlineData("!Sub '${Orders.Url}'", "resource 'Orders' (AWS::SQS::Queue) has no attribute 'Url'; it has Arn, QueueName, QueueUrl")]
    [InlineData("!Sub [a, b]", "Fn::Sub takes a text, or a list of a text and a mapping of variables")]
    [InlineData("!Join [a]", "Fn::Join takes a separator and a list")]
    [InlineData("!Join [a, b]", "Fn::Join joins a list, and this is text", 21)]
    [InlineData("!Join ['', [a, [b]]]", "only text can be put together, and a part is a list")]
    [InlineData("!Select [9, [a]]", "Fn::Select has the index 9, and the list has 1 items counted from 0")]
    [InlineData("!Select [x, [a]]", "the index of Fn::Select must be a whole number, and this is 'x'", 20)]
    [InlineData("!Split ['', a]", "the separator of Fn::Split is empty", 19)]
    [InlineData("!If [IsPrd, 1, 2]", "condition 'IsPrd' is not defined; did you mean 'IsProd'?", 16)]
    [InlineData("!If [IsProd, 1]", "Fn::If takes the name of a condition and two values")]
    [InlineData("!FindInMap [Size, prod, Memory]", "'Size' is not in the section 'Mappings'; did you mean 'Sizes'?", 23)]
    [InlineData("!FindInMap [Sizes, prd, Memory]", "'prd' is not in the map 'Sizes'; did you mean 'prod'?", 30)]
    [InlineData("!FindInMap [Sizes, prod, Memry]", "'Memry' is not in 'prod' of the map 'Sizes'; did you mean 'Memory'?", 36)]
    [InlineData("!ImportValue other", "Fn::ImportValue reads an export of another stack, and a local run has one stack; use a parameter with a default instead")]
    [InlineData("{'Fn::Transform': {Name: 'AWS::Include'}}", "Fn::Transform needs a macro that runs at AWS; write out what it would generate", 12)]
    [InlineData("!Equals [a, b]", "Fn::Equals can only be used in the section 'Conditions'; name a condition and use Fn::If")]
    [InlineData("{'Fn::Sub': a, b: c}", "'Fn::Sub' must be the only key of its mapping; check the indentation of the keys around it", 12)]
    [InlineData("!Cidr [10.0.0.0/30, 9, 8]", "Fn::Cidr cannot cut the block: it takes a block such as '10.0.0.0/16', a count from 1 to 256 and host bits that fit")]
    [InlineData("!Base64 [a]", "Fn::Base64 encodes text, and this is a list")]
    public void A_call_that_cannot_work_is_reported_where_it_stands(string expression, string message, int column = 11) =>
        Assert.Equal([$"template.yaml:18:{column}: {message}"], TemplateFolder.Errors(Yaml.TrimEnd() + "\n" + Indented(expression)));

    [Fact]
    public void A_value_without_a_reference_is_reported_when_it_is_evaluated()
    {
        var model = TemplateFolder.Read(Yaml + "!GetAtt Orders.Arn");

        var error = Assert.Throws<TemplateException>(() => model.Evaluator.Evaluate(model.Outputs[0].Value, new NoReferences()));

        Assert.Equal("template.yaml:17:12: resource 'Orders' has no attribute 'Arn'", error.Message);
    }

    [Fact]
    public void Text_that_doubles_at_every_level_is_refused_before_it_fills_the_memory()
    {
        var expression = "x";
        for (var level = 0; level < 40; level++)
        {
            expression = $"{{'Fn::Sub': ['${{a}}${{a}}', {{a: {expression}}}]}}";
        }

        Assert.Contains(TemplateFolder.Errors(Yaml + expression), error => error.Contains("deeper than 64", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_that_grows_too_long_is_refused()
    {
        var expression = "!Ref Orders";
        for (var level = 0; level < 19; level++)
        {
            expression = $"{{'Fn::Sub': ['${{a}}${{a}}', {{a: {expression}}}]}}";
        }

        Assert.Contains(TemplateFolder.Errors(Yaml + expression), error => error.Contains("the text has more than 200000 parts", StringComparison.Ordinal));
    }

    private static string Indented(string expression) => $"          {expression}";

    private sealed class NoReferences : IReferenceResolver
    {
        public string? Ref(string logicalId) => null;

        public string? GetAtt(string logicalId, string attribute) => null;
    }
}
