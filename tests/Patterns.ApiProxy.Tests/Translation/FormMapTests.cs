using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Patterns.Translation;

namespace Patterns.ApiProxy.Tests.Translation;

public sealed class FormMapTests
{
    private static readonly FormMap Map = new(
    [
        new FormField("name", Scalar.Text, "full name") { IsRequired = true },
        new FormField("age", Scalar.Number),
        new FormField("tags", Scalar.Text, "tag") { IsRepeated = true },
        new FormField("until", Scalar.Date) { Nulls = NullForm.Absent },
        new FormField("note", Scalar.Text) { Nulls = NullForm.Empty },
    ]);

    [Fact]
    public void Fields_are_written_in_their_order_and_read_in_any()
    {
        Assert.Equal(
            "full+name=J%C3%B8rgen+%26+Co&age=12345678901234567890&tag=a%3Db&tag=&note=",
            Encoding.ASCII.GetString(Map.ToForm("""{"note":null,"tags":["a=b",""],"until":null,"age":12345678901234567890,"name":"Jørgen & Co"}"""u8.ToArray())));
        Assert.Equal("""{"name":"a b","tags":["x"],"until":null}""", Encoding.UTF8.GetString(Map.ToJson("tag=x&&full%20name=a+b"u8.ToArray())));
    }

    [Fact]
    public void Any_text_comes_back()
    {
        var map = new FormMap([new FormField("a", Scalar.Text)]);
        var text = Gen.Elements("a", "&", "=", "+", "%", " ", "ä", "😀", "\n", "%41").ListOf(6).Select(string.Concat);

        Prop.ForAll(text.ToArbitrary(), value =>
        {
            var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["a"] = value });
            var back = System.Text.Json.JsonDocument.Parse(map.ToJson(map.ToForm(json)));
            Assert.Equal(value, back.RootElement.GetProperty("a").GetString());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(17, 17));
    }

    [Theory]
    [InlineData("full+name=x&colour=red", "/colour: is not declared.", TranslationFault.Mismatch)]
    [InlineData("full+name=x&full+name=y", "/full name: comes more than once.", TranslationFault.Mismatch)]
    [InlineData("age=1", "/full name: is missing.", TranslationFault.Mismatch)]
    [InlineData("full+name=x&age=old", "/age: must be a number.", TranslationFault.Mismatch)]
    [InlineData("full+name=%C3%28", "/: is not UTF-8.", TranslationFault.Malformed)]
    [InlineData("full+name=%4", "/: has a percent sign without two digits.", TranslationFault.Malformed)]
    [InlineData("full+name=%zz", "/: has a percent sign without two digits.", TranslationFault.Malformed)]
    public void What_is_no_such_form_is_refused(string form, string message, TranslationFault fault)
    {
        var exception = Assert.Throws<TranslationException>(() => Map.ToJson(Encoding.ASCII.GetBytes(form)));

        Assert.Equal((message, fault), (exception.Message, exception.Fault));
    }

    [Theory]
    [InlineData("""{"age":1}""", "$.name: is missing.")]
    [InlineData("""{"name":"x","tags":[1]}""", "$.tags[0]: must be a text, but is a number.")]
    [InlineData("""{"name":"x","tags":"a"}""", "$.tags: must be an array.")]
    [InlineData("""{"name":null}""", "$.name: must not be null.")]
    [InlineData("""{"name":"x","colour":1}""", "$.colour: is not declared.")]
    [InlineData("""{"name":"x","note":""}""", "$.note: must not be empty: an empty text stands for null here.")]
    [InlineData("""[]""", "$: must be an object.")]
    public void What_is_no_such_JSON_is_refused(string json, string message) =>
        Assert.Equal(message, Assert.Throws<TranslationException>(() => Map.ToForm(Encoding.UTF8.GetBytes(json))).Message);

    [Fact]
    public void Fields_that_are_in_each_others_way_are_named() => Assert.Equal(
        ["'a' is declared 2 times.", "The field 'a' is declared 2 times.", "'b' is a field, and cannot be nil.", "'c' is required, so that its null cannot be absent."],
        Assert.Throws<OptionsException>(() => new FormMap(
        [
            new FormField("a", Scalar.Text),
            new FormField("a", Scalar.Text),
            new FormField("b", Scalar.Text) { Nulls = NullForm.Nil },
            new FormField("c", Scalar.Text) { Nulls = NullForm.Absent, IsRequired = true },
        ])).Mistakes);
}
