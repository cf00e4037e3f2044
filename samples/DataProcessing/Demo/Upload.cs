namespace DataProcessing.Demo;

internal sealed record Upload(string Name, string Text);
