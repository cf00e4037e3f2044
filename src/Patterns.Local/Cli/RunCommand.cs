using System.CommandLine;
using System.CommandLine.Parsing;
using Patterns.Local.Cli.Output;
using Patterns.Local.Stacks;

namespace Patterns.Local.Cli;

/// <summary><c>patterns run</c>: starts the stack of a template.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> s_template = new("folder|template") { Description = "The template, or the folder that has a template.yaml", DefaultValueFactory = _ => ".", Validators = { RefuseOption } };
    private static readonly Option<bool> s_demo = new("--demo") { Description = "Also run the stack's Demo program, and exit with its code" };
    private static readonly Option<string[]> s_parameters = new("--parameter") { Description = "The value of a template parameter", HelpName = "Name=Value" };
    private static readonly Option<bool> s_strict = new("--strict") { Description = "Refuse a template that asks for something that is not emulated" };
    private static readonly Option<string[]> s_attach = new("--attach") { Description = "Leave a function out, to be started in an IDE", HelpName = "Function" };
    private static readonly Option<string?> s_fault = new("--fault") { Description = "Inject faults: kill=20 kills twenty processes while they handle an event", HelpName = "kill=N" };
    private static readonly Option<bool> s_quiet = new("--quiet", "-q") { Description = "No line per invocation" };
    private static readonly Option<bool> s_verbose = new("--verbose", "-v") { Description = "Also the log lines of the functions" };

    public static Command Create()
    {
        var command = new Command("run", "Starts the queues, topics, functions and APIs of a template.")
        {
            s_template, s_demo, CommonOptions.Port, CommonOptions.ReadyFile, s_parameters, s_strict, s_attach, s_fault, CommonOptions.ShardLimits, s_quiet, s_verbose,
        };
        command.SetAction((parsed, stop) => new RunSession(Read(parsed), Screens.Standard(), stop).RunAsync());
        return command;
    }

    // An option that is not known would be taken for the template.
    private static void RefuseOption(ArgumentResult template)
    {
        if (template.Tokens is [{ Value: ['-', ..] option }, ..])
        {
            template.AddError($"Unrecognized option '{option}'.");
        }
    }

    private static RunSettings Read(ParseResult parsed) => new(parsed.GetRequiredValue(s_template))
    {
        RunsDemo = parsed.GetValue(s_demo),
        Port = parsed.GetValue(CommonOptions.Port) ?? RunnerOptions.DefaultPort,
        ReadyFile = parsed.GetValue(CommonOptions.ReadyFile),
        Parameters = ParameterArguments.Parse(parsed.GetValue(s_parameters) ?? []),
        IsStrict = parsed.GetValue(s_strict),
        Attached = parsed.GetValue(s_attach) ?? [],
        Fault = parsed.GetValue(s_fault),
        LimitsShards = parsed.GetValue(CommonOptions.ShardLimits),
        IsQuiet = parsed.GetValue(s_quiet),
        IsVerbose = parsed.GetValue(s_verbose),
    };
}
