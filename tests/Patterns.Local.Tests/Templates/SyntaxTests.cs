using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Templates;

namespace Patterns.Local.Tests.Templates;

public sealed class SyntaxTests
{
    [Theory]
    [InlineData("", "template.yaml: the template is empty; it needs at least the section 'Resources'")]
    [InlineData(" \n\n", "template.yaml: the template is empty; it needs at least the section 'Resources'")]
    [InlineData("# only a comment", "template.yaml: the template is empty; it needs at least the section 'Resources'")]
    [InlineData("null", "template.yaml: the template is empty; it needs at least the section 'Resources'")]
    [InlineData("[a]", "template.yaml:1:1: a template is a mapping with the key 'Resources', and this is a list")]
    [InlineData("hello", "template.yaml:1:1: a template is a mapping with the key 'Resources', and this is text")]
    [InlineData("Description: x", "template.yaml:1:1: the template has no section 'Resources'; add one with at least one resource")]
    [InlineData("Resources:\n\tQ: 1", "template.yaml:2:1: a tab is used as indentation; YAML takes spaces only; replace it by spaces")]
    [InlineData("Resources:\n  Q:\n    Type: a\n\t\tX: b", "template.yaml:4:1: a tab is used as indentation; YAML takes spaces only; replace it by spaces")]
    [InlineData("Resources:\n  Q:\n    Type: a\n   X: b", "template.yaml:4:4: invalid YAML: the indentation of this line fits no mapping above; line it up with the keys beside it")]
    [InlineData("Resources: [a, b", "template.yaml:2:1: invalid YAML: a list in brackets is not closed; add ',' or ']'")]
    [InlineData("Resources: {a: b", "template.yaml:2:1: invalid YAML: a mapping in braces is not closed; add ',' or '}'")]
    [InlineData("Resources: 'abc", "template.yaml:1:12: invalid YAML: the text is not closed; add the missing quote")]
    [InlineData("Resources: a: b", "template.yaml:1:13: invalid YAML: a ':' stands where no key can be; check the indentation, or put quotes around text that contains ': '")]
    [InlineData("Resources: @a", "template.yaml:1:12: invalid YAML: text cannot start with this character; put quotes around it")]
    [InlineData("Resources: \"\\q\"", "template.yaml:1:12: invalid YAML: this escape is not known in double quotes; write '\\\\' for a backslash, or use single quotes")]
    [InlineData("Resources:\n  Q: {Type: AWS::SQS::Queue}\n  Q: {Type: AWS::SQS::Queue}", "template.yaml:3:3: key 'Q' stands twice; the first is in line 2; rename or remove one")]
    [InlineData("Resources: {}\n---\na: b", "template.yaml:2:1: a second document starts here; a template is one document; remove the '---'")]
    [InlineData("Resources: {? [a] : b}", "template.yaml:1:15: a key must be plain text; put quotes around it if it starts with a special character")]
    [InlineData("Resources: {Q: {Type: AWS::SQS::Queue, Properties: *p}}", "template.yaml:1:52: alias '*p' has no anchor '&p' before it")]
    public void Invalid_yaml_is_explained(string template, string expected) => Assert.Equal([expected], TemplateFolder.Errors(template));

    [Theory]
    [InlineData("", "template.json: the template is empty; it needs at least the section 'Resources'")]
    [InlineData("{ \"Resources\": { ", "template.json:1:18: invalid JSON: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed")]
    [InlineData("{\n  \"Resources\": {},\n}", "template.json:3:1: invalid JSON: The JSON object contains a trailing comma at the end which is not supported in this mode")]
    [InlineData("{ \"Resources\": {},\n  \"Resources\": {} }", "template.json:2:3: key 'Resources' stands twice; the first is in line 1; rename or remove one")]
    [InlineData("{} {}", "template.json:1:4: invalid JSON: '{' is invalid after a single JSON value. Expected end of data")]
    [InlineData("{ \"Resources\": \"\\ud800\" }", "template.json:1:16: invalid JSON: the text contains half of a surrogate pair")]
    public void Invalid_json_is_explained(string template, string expected) => Assert.Equal([expected], TemplateFolder.Errors(template, file: "template.json"));

    [Fact]
    public void A_byte_that_is_no_utf8_is_located()
    {
        using var folder = new TemplateFolder();
        folder.Write([.. "Resources:\n  é"u8, 0xFF]);

        var error = Assert.Throws<TemplateException>(() => TemplateReader.Read(folder.Path, TemplateParameters.None));

        Assert.Equal("template.yaml:2:4: this is not UTF-8 text; save the template as UTF-8", error.Message);
    }

    [Fact]
    public void A_missing_template_is_reported()
    {
        using var folder = new TemplateFolder();
        var missing = Path.Combine(folder.Path, "none");

        Assert.Equal(
            $"{missing}: there is no such file or folder; give a template or the folder that contains it",
            Assert.Throws<TemplateException>(() => TemplateReader.Read(missing, TemplateParameters.None)).Message);
        Assert.Equal(
            $"{folder.Path}: the folder has no template.yaml, template.yml or template.json; give the path of the template",
            Assert.Throws<TemplateException>(() => TemplateReader.Read(folder.Path, TemplateParameters.None)).Message);
    }

    [Fact]
    public void A_template_that_is_too_large_is_refused() => Assert.Equal(
        ["template.yaml: the template has 1048577 bytes; CloudFormation takes 1048576 at most"],
        TemplateFolder.Errors(new string('#', 1024 * 1024 + 1)));

    [Theory]
    [InlineData("template.yaml")]
    [InlineData("template.json")]
    public void Values_that_nest_too_deep_are_refused(string file)
    {
        var template = "{\"Resources\": " + new string('[', 100_000) + new string(']', 100_000) + "}";

        Assert.Equal([$"{file}:1:79: values nest deeper than 64 levels"], TemplateFolder.Errors(template, file: file));
    }

    [Fact]
    public void Aliases_that_multiply_are_refused()
    {
        var template = new StringBuilder("Metadata:\n  a0: &a0 [x, x]\n");
        for (var level = 1; level < 40; level++)
        {
            template.Append($"  a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n");
        }

        Assert.Equal(
            ["template.yaml:18:8: the template has more than 200000 values once its aliases are written out"],
            TemplateFolder.Errors(template.ToString()));
    }

    [Fact]
    public void Aliases_and_merged_keys_are_written_out()
    {
        var model = TemplateFolder.Read("""
            Metadata:
              Shared: &shared {DelaySeconds: 5, VisibilityTimeout: 9}
            Resources:
              A: {Type: AWS::SQS::Queue, Properties: *shared}
              B: {Type: AWS::SQS::Queue, Properties: {<<: *shared, DelaySeconds: 7}}
            """);

        Assert.Equal("5", TemplateFolder.Property(model, "A", "DelaySeconds")?.ToJsonString());
        Assert.Equal("7", TemplateFolder.Property(model, "B", "DelaySeconds")?.ToJsonString());
        Assert.Equal("9", TemplateFolder.Property(model, "B", "VisibilityTimeout")?.ToJsonString());
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("+1", "1")]
    [InlineData("-1.50", "-1.50")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1e3", "1e3")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("012345678901", "\"012345678901\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("True", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("'1'", "\"1\"")]
    [InlineData("\"true\"", "\"true\"")]
    [InlineData("!!str 1", "\"1\"")]
    [InlineData("!!int '1'", "1")]
    [InlineData("2010-09-09", "\"2010-09-09\"")]
    [InlineData("99999999999999999999999999", "99999999999999999999999999")]
    public void Scalars_have_the_type_of_the_core_schema(string scalar, string expected) => Assert.Equal(
        expected,
        TemplateFolder.Output($"Resources: {{}}\nOutputs: {{It: {{Value: {scalar}}}}}")?.ToJsonString());

    [Fact]
    public void A_template_of_another_name_is_json_when_it_starts_with_a_brace()
    {
        using var folder = new TemplateFolder();
        folder.Write("{ \"Resources\": {}\t}", "stack.template");

        Assert.Empty(TemplateReader.Read(Path.Combine(folder.Path, "stack.template"), TemplateParameters.None).Resources);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_with_a_template_error() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ReadsOrRefuses).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_of_yaml_signs_is_read_or_refused_with_a_template_error()
    {
        var pieces = Gen.Elements(
            "Resources", "Type", "AWS::SQS::Queue", "Fn::Sub", "Ref", "!Sub", "!GetAtt", "!If", "Condition", ": ", ":", "- ", "\n", "\n  ", "\n    ",
            "[", "]", "{", "}", ",", "'", "\"", "&a ", "*a", "<<", "? ", "| \n", "> ", "#", "%", "@", "${", "}", "!", "\t", "---\n", "...", "\\", "a", "1", "é");
        var texts = pieces.ListOf().Select(list => Encoding.UTF8.GetBytes(string.Concat(list))).ToArbitrary();

        Prop.ForAll(texts, ReadsOrRefuses).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60));
    }

    [Fact]
    public void Any_damage_to_a_template_is_read_or_refused_with_a_template_error()
    {
        var whole = Encoding.UTF8.GetBytes(SamTests.Shop);
        var damaged = Gen.Choose(0, whole.Length - 1)
            .SelectMany(_ => Gen.Elements("", " ", "\n", ":", "[", "{", "'", "!", "x", "\t", "- "), (at, piece) => (at, piece))
            .Select(damage => (byte[])[.. whole[..damage.at], .. Encoding.UTF8.GetBytes(damage.piece), .. whole[(damage.at + 1)..]])
            .ToArbitrary();

        Prop.ForAll(damaged, ReadsOrRefuses).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static bool ReadsOrRefuses(byte[] template) =>
        ReadsOrRefuses(template, "template.yaml") && ReadsOrRefuses(template, "template.json");

    private static bool ReadsOrRefuses(byte[] template, string file)
    {
        using var folder = new TemplateFolder();
        folder.Write(template, file);
        try
        {
            TemplateReader.Read(folder.Path, TemplateParameters.None);
            return true;
        }
        catch (TemplateException error)
        {
            return error.Diagnostics.Count > 0;
        }
    }
}
