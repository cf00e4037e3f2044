namespace Patterns.Local.Templates.Nodes;

internal sealed record MappingEntry(string Key, SourceLocation KeyLocation, TemplateNode Value);
