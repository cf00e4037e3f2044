using System.Text;
using System.Text.Json.Nodes;
using Patterns.Local.Templates;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Tests.Templates;

/// <summary>A folder that lives as long as a test, with a template and a folder "src" for code.</summary>
internal sealed class TemplateFolder : IDisposable
{
    public TemplateFolder(string name = "orders-app")
    {
        Root = Directory.CreateTempSubdirectory("templates-").FullName;
        Path = System.IO.Path.Combine(Root, name);
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "src"));
    }

    public string Path { get; }

    private string Root { get; }

    public static StackModel Read(string template, TemplateParameters? parameters = null, string file = "template.yaml")
    {
        using var folder = new TemplateFolder();
        folder.Write(template, file);
        return TemplateReader.Read(folder.Path, parameters ?? TemplateParameters.None);
    }

    /// <summary>The lines of the error that reading the template gives.</summary>
    public static IEnumerable<string> Errors(string template, TemplateParameters? parameters = null, string file = "template.yaml") =>
        Assert.Throws<TemplateException>(() => Read(template, parameters, file)).Diagnostics.Select(found => found.ToString());

    public static IEnumerable<string> Warnings(string template) => Read(template).Warnings.Select(found => found.ToString());

    /// <summary>The value that the output "It" of the template has.</summary>
    public static JsonNode? Output(string template, IReferenceResolver? references = null, string file = "template.yaml")
    {
        var model = Read(template, file: file);
        return model.Evaluator.Evaluate(Assert.Single(model.Outputs, output => output.Name == "It").Value, references ?? new FakeReferences());
    }

    public static JsonNode? Property(StackModel model, string logicalId, string property)
    {
        var resource = Assert.Single(model.Resources, resource => resource.LogicalId == logicalId);
        return resource.Properties[property] is TemplateNode value ? model.Evaluator.Evaluate(value, new FakeReferences()) : null;
    }

    public void Write(string template, string file = "template.yaml") => Write(Encoding.UTF8.GetBytes(template), file);

    public void Write(byte[] template, string file = "template.yaml") => File.WriteAllBytes(System.IO.Path.Combine(Path, file), template);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
