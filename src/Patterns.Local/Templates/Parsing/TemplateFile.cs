using System.Diagnostics.CodeAnalysis;
using System.Text;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Parsing;

/// <summary>Finds a template on disk and reads it into nodes.</summary>
internal static class TemplateFile
{
    private static readonly string[] Names = ["template.yaml", "template.yml", "template.json"];
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The full path of the template that <paramref name="path"/>, a file or a folder, means.</summary>
    public static string Locate(string path, DiagnosticBag diagnostics)
    {
        if (File.Exists(path))
        {
            return Path.GetFullPath(path);
        }

        if (!Directory.Exists(path))
        {
            diagnostics.Stop(SourceLocation.Of(path), "there is no such file or folder", "give a template or the folder that contains it");
        }

        var found = Names.Select(name => Path.Combine(path, name)).FirstOrDefault(File.Exists);
        if (found is null)
        {
            diagnostics.Stop(SourceLocation.Of(path), "the folder has no template.yaml, template.yml or template.json", "give the path of the template");
        }

        return Path.GetFullPath(found);
    }

    public static MappingNode Parse(string fullPath, DiagnosticBag diagnostics)
    {
        var file = Path.GetFileName(fullPath);
        var text = ReadText(fullPath, file, diagnostics);
        var root = IsJson(file, text) ? JsonTemplateParser.Parse(file, text, diagnostics) : YamlTemplateParser.Parse(file, text, diagnostics);
        return AsMapping(file, root, diagnostics);
    }

    private static string ReadText(string fullPath, string file, DiagnosticBag diagnostics)
    {
        var text = Decode(ReadBytes(fullPath, file, diagnostics), file, diagnostics);
        if (string.IsNullOrWhiteSpace(text))
        {
            StopAsEmpty(file, diagnostics);
        }

        return text;
    }

    private static byte[] ReadBytes(string fullPath, string file, DiagnosticBag diagnostics)
    {
        try
        {
            var length = new FileInfo(fullPath).Length;
            if (length > TemplateLimits.Bytes)
            {
                diagnostics.Stop(SourceLocation.Of(file), $"the template has {length} bytes; CloudFormation takes {TemplateLimits.Bytes} at most");
            }

            return File.ReadAllBytes(fullPath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            diagnostics.Stop(SourceLocation.Of(file), $"the template cannot be read: {error.Message}");
            return [];
        }
    }

    private static string Decode(byte[] bytes, string file, DiagnosticBag diagnostics)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            diagnostics.Stop(new LineIndex(file, bytes).At(error.Index), "this is not UTF-8 text", "save the template as UTF-8");
            return "";
        }
    }

    private static bool IsJson(string file, string text) =>
        Path.GetExtension(file).ToUpperInvariant() switch
        {
            ".JSON" => true,
            ".YAML" or ".YML" => false,
            _ => text.TrimStart().StartsWith('{'),
        };

    private static MappingNode AsMapping(string file, TemplateNode? root, DiagnosticBag diagnostics)
    {
        if (root is MappingNode mapping)
        {
            return mapping;
        }

        if (root is null or ScalarNode { ScalarKind: ScalarKind.Null })
        {
            StopAsEmpty(file, diagnostics);
        }

        diagnostics.ThrowIfAny();
        diagnostics.Stop(root.Location, $"a template is a mapping with the key 'Resources', and this is {root.Kind}");
        return null;
    }

    [DoesNotReturn]
    private static void StopAsEmpty(string file, DiagnosticBag diagnostics) =>
        diagnostics.Stop(SourceLocation.Of(file), "the template is empty", "it needs at least the section 'Resources'");
}
