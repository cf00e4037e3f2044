using System.Text;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Collects the faults of one definition.</summary>
internal sealed class DefinitionReport(ReadOnlyMemory<byte> json, WorkflowType type)
{
    private const int MaxDiagnostics = 100;

    private readonly List<(int Offset, DefinitionDiagnostic Diagnostic)> _diagnostics = [];

    public WorkflowType Type => type;

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<DefinitionDiagnostic> Diagnostics => [.. _diagnostics.OrderBy(entry => entry.Offset).Select(entry => entry.Diagnostic)];

    public bool IsClean => _diagnostics.Count == 0;

    public void Add(SourceNode node, string message, string code = DefinitionDiagnostic.SchemaValidationFailed) =>
        Add(code, message, node.Location.Length == 0 ? "/" : node.Location, node.Offset);

    public void Add(string code, string message, string location, int offset)
    {
        if (_diagnostics.Count < MaxDiagnostics)
        {
            var before = json.Span[..Math.Clamp(offset, 0, json.Length)];
            var line = before.Count((byte)'\n') + 1;
            var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
            _diagnostics.Add((offset, new DefinitionDiagnostic(code, message, location, line, column)));
        }
    }
}
