namespace Patterns.Local.Tests.Cli;

internal sealed record ProgramResult(int ExitCode, string Output, string Error);
