using Patterns.Local.Templates;

namespace Patterns.Local.Tests.Templates;

public sealed class SectionTests
{
    private const string Queue = """

        Resources:
          Q: { Type: AWS::SQS::Queue }
        """;

    [Theory]
    [InlineData("Resource: {}", "'Resource' is no section of a template; did you mean 'Resources'?", 1, 1)]
    [InlineData("Stuff: 1", "'Stuff' is no section of a template; sections are AWSTemplateFormatVersion, Description, Metadata, Transform, Globals, Parameters, Rules, Mappings, Conditions, Resources, Outputs, Hooks", 1, 1)]
    [InlineData("AWSTemplateFormatVersion: 2011-01-01", "the only template format version is '2010-09-09'", 1, 27)]
    [InlineData("Parameters: []", "the section 'Parameters' must be a mapping, and this is a list", 1, 13)]
    [InlineData("Transform: AWS::Serverless-2016-10-13", "transform 'AWS::Serverless-2016-10-13' cannot run here; did you mean 'AWS::Serverless-2016-10-31'?", 1, 12)]
    [InlineData("Transform: [MyMacro]", "transform 'MyMacro' cannot run here; the transforms that run here are AWS::Serverless-2016-10-31 and AWS::LanguageExtensions", 1, 13)]
    [InlineData("Globals: {Function: {Timeout: 3}}", "the section 'Globals' needs the SAM transform; add 'Transform: AWS::Serverless-2016-10-31' at the top of the template", 1, 10)]
    [InlineData("Conditions: {A: !Condition B, B: !Condition A}", "conditions depend on each other in a circle: A -> B -> A", 1, 14)]
    [InlineData("Conditions: {A: !Equals [a]}", "Fn::Equals is no condition in this form; Fn::Equals takes 2 values, Fn::And and Fn::Or 2 to 10 conditions, Fn::Not a list of 1", 1, 17)]
    [InlineData("Conditions: {A: yes}", "a condition is Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition, and this is text", 1, 17)]
    [InlineData("Conditions: {A: !Equals [!Ref Q, b]}", "a condition can only use parameters, and 'Q' is none", 1, 26)]
    [InlineData("Conditions: {A: !Not [!Condition B]}", "condition 'B' is not defined", 1, 23)]
    [InlineData("Outputs: {O: {Description: x}}", "output 'O' needs the key 'Value'", 1, 11)]
    public void A_wrong_section_is_reported(string section, string message, int line, int column) =>
        Assert.Equal([$"template.yaml:{line}:{column}: {message}"], TemplateFolder.Errors(section + Queue));

    [Theory]
    [InlineData("P: {Type: String}", "14: parameter 'P' has no value; add --parameter P=VALUE")]
    [InlineData("P: {}", "14: parameter 'P' has no value; add --parameter P=VALUE|14: parameter 'P' needs the key 'Type'; for example 'Type: String'")]
    [InlineData("P: [a]", "14: parameter 'P' must be a mapping with the key 'Type', and this is a list")]
    [InlineData("P: {Type: Strin, Default: a}", "24: parameter 'P' has the unknown type 'Strin'; did you mean 'String'?")]
    [InlineData("P: {Type: String, Default: a, Defualt: b}", "44: 'Defualt' is no key of parameter 'P'; did you mean 'Default'?")]
    [InlineData("P: {Type: String, Default: [a]}", "41: 'Default' of parameter 'P' must be text, and this is a list|14: parameter 'P' has no value; add --parameter P=VALUE")]
    [InlineData("P: {Type: String, Default: c, AllowedValues: [a, b]}", "41: parameter 'P' must be one of 'a', 'b', and its value is 'c'")]
    [InlineData("P: {Type: String, Default: c, AllowedPattern: '[ab]+', ConstraintDescription: only a and b}", "41: parameter 'P' must match the pattern '[ab]+', and its value is 'c'; only a and b")]
    [InlineData("P: {Type: String, Default: c, AllowedPattern: '['}", "41: parameter 'P' has the pattern '[', which is no regular expression")]
    [InlineData("P: {Type: String, Default: abc, MaxLength: 2}", "41: parameter 'P' must have at most 2 characters, and its value has 3")]
    [InlineData("P: {Type: String, Default: abc, MinLength: 4}", "41: parameter 'P' must have at least 4 characters, and its value has 3")]
    [InlineData("P: {Type: Number, Default: x}", "41: parameter 'P' must be a number, and its value is 'x'")]
    [InlineData("P: {Type: Number, Default: 5, MaxValue: 4}", "41: parameter 'P' must be at most 4, and its value is '5'")]
    [InlineData("P: {Type: Number, Default: 5, MinValue: 6}", "41: parameter 'P' must be at least 6, and its value is '5'")]
    [InlineData("P: {Type: 'List<Number>', Default: '1, x'}", "49: parameter 'P' must be a number, and its value is 'x'")]
    [InlineData("P: {Type: String, Default: hush, NoEcho: true, AllowedValues: [a]}", "41: parameter 'P' must be one of 'a', and its value is another")]
    [InlineData("P: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /name}", "14: parameter 'P' is read from the parameter store, which is not emulated yet; add --parameter P=VALUE")]
    public void A_wrong_parameter_is_reported(string parameter, string messages) =>
        Assert.Equal(
            messages.Split('|').Select(message => $"template.yaml:1:{message}").Order(),
            TemplateFolder.Errors($"Parameters: {{{parameter}}}{Queue}").Order());

    [Fact]
    public void A_given_parameter_wins_over_the_default()
    {
        var model = TemplateFolder.Read("Parameters: {P: {Type: Number, Default: 1}}" + Queue, Given("P", "2"));

        Assert.Equal("2", model.Parameters["P"].Value.ToString());
    }

    [Fact]
    public void A_given_parameter_that_is_not_allowed_is_reported() => Assert.Equal(
        ["template.yaml:1:14: parameter 'P' must be one of 'a', and its value is 'b'"],
        TemplateFolder.Errors("Parameters: {P: {Type: String, AllowedValues: [a]}}" + Queue, Given("P", "b")));

    [Fact]
    public void A_given_parameter_that_the_template_does_not_declare_is_reported() => Assert.Equal(
        ["template.yaml: the template has no parameter 'Stge'; did you mean 'Stage'?"],
        TemplateFolder.Errors("Parameters: {Stage: {Type: String, Default: a}}" + Queue, Given("Stge", "b")));

    [Fact]
    public void A_given_parameter_of_a_template_without_parameters_is_reported() => Assert.Equal(
        ["template.yaml: the template has no parameter 'P'; it declares none"],
        TemplateFolder.Errors(Queue, Given("P", "b")));

    [Fact]
    public void Rules_are_named_as_not_evaluated() =>
        Assert.Equal(["template.yaml:1:1: the section 'Rules' is not evaluated here"], TemplateFolder.Warnings("Rules: {R: {}}" + Queue));

    [Fact]
    public void Outputs_whose_condition_does_not_hold_are_left_out()
    {
        var model = TemplateFolder.Read("""
            Conditions: {No: !Equals [a, b], Yes: !Equals [a, a]}
            Resources: {Q: {Type: AWS::SQS::Queue}}
            Outputs:
              A: {Value: !Ref Q, Condition: No}
              B: {Value: !Ref Q, Condition: Yes, Description: the queue}
            """);

        Assert.Equal([("B", "the queue")], model.Outputs.Select(output => (output.Name, output.Description)));
    }

    [Theory]
    [InlineData("orders-app", "orders-app")]
    [InlineData("My_Orders.App", "My-Orders-App")]
    [InlineData("2024", "stack-2024")]
    [InlineData("___", "stack")]
    public void The_stack_is_named_like_its_folder(string folder, string expected)
    {
        using var template = new TemplateFolder(folder);
        template.Write(Queue);

        Assert.Equal(expected, TemplateReader.Read(template.Path, TemplateParameters.None).Name);
    }

    private static TemplateParameters Given(string name, string value) =>
        new() { Values = new Dictionary<string, string> { [name] = value } };
}
