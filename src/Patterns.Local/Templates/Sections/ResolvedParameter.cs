using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sections;

/// <summary>A parameter with the value that it has in this run: text, or a list for list types.</summary>
/// <param name="IsSecret">True for <c>NoEcho</c>: the value must not be shown.</param>
internal sealed record ResolvedParameter(string Name, TemplateNode Value, bool IsSecret, SourceLocation Location);
